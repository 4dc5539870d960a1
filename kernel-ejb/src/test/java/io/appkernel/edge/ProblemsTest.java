package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems(thrown -> Optional.of(thrown)
            .filter(PersistenceException.class::isInstance)
            .map(known -> new KernelException(ErrorCode.CONFLICT, "Twice.")));

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
        Problem problem = problems.of(new RuntimeException(new EJBException("x", conflict)));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("Taken.");
        assertThat(problem.errors()).containsExactly(new FieldError("name", "is taken"));
    }

    @Test
    void aBugTellsTheCallerNothingOfItself() {
        Problem problem = problems.of(new IllegalStateException("select * from secrets"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secrets");
    }

    @Test
    void aBodyOverTheLimitIsFoundUnderTheRuntimesOwnException() {
        assertThat(problems.of(new RuntimeException(new IOException(new BodyTooLargeException(10))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anEjbsRefusalIs403ForTheSignedInAnd401ForEverybodyElse() {
        EJBException refusal = new EJBException(new EJBAccessException("no"));
        assertThat(problems.of(refusal, true).status()).isEqualTo(403);
        assertThat(problems.of(refusal, false).status()).isEqualTo(401);
        assertThat(problems.of(new KernelException(ErrorCode.FORBIDDEN, "No."), false)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void causesThatGoInACircleDoNotHang() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(problems.of(two).status()).isEqualTo(500);
    }

    @Test
    void whatTheDataLayerKnowsIsToldUnlessTheAppSaidSomethingElse() {
        assertThat(problems.of(new PersistenceException("insert into secrets")).detail())
                .isEqualTo("Twice.");
        PersistenceException cause = new PersistenceException("x");
        assertThat(problems.of(new KernelException(ErrorCode.NOT_FOUND, "Gone.", List.of(), cause))
                        .status())
                .isEqualTo(404);
    }
}
