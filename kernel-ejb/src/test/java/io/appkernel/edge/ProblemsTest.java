package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void everyCodeHasAStatusOfItsOwn() {
        assertThat(Stream.of(ErrorCode.values()).map(Problems::status))
                .doesNotHaveDuplicates()
                .allMatch(status -> status >= 400 && status <= 503);
    }

    @Test
    void aFailureOnPurposeIsFoundUnderWhateverTheServersWrapItIn() {
        KernelException conflict =
                new KernelException(ErrorCode.CONFLICT, "Taken.", List.of(new FieldError("name", "is taken")));
        Problem problem = Problems.of(new RuntimeException(new EJBException("x", conflict)));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("Taken.");
        assertThat(problem.errors()).containsExactly(new FieldError("name", "is taken"));
    }

    @Test
    void aBugTellsTheCallerNothingOfItself() {
        Problem problem = Problems.of(new IllegalStateException("select * from secrets"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secrets");
    }

    @Test
    void aBodyOverTheLimitIsFoundUnderTheRuntimesOwnException() {
        assertThat(Problems.of(new RuntimeException(new IOException(new BodyTooLargeException(10))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anEjbsRefusalIs403ForTheSignedInAnd401ForEverybodyElse() {
        EJBException refusal = new EJBException(new EJBAccessException("no"));
        assertThat(Problems.of(refusal, true).status()).isEqualTo(403);
        assertThat(Problems.of(refusal, false).status()).isEqualTo(401);
        assertThat(Problems.of(new KernelException(ErrorCode.FORBIDDEN, "No."), false)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void causesThatGoInACircleDoNotHang() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(Problems.of(two).status()).isEqualTo(500);
    }
}
