package io.appkernel.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Holds calls to being refused, and answers how. */
public final class Refusals {
    private Refusals() {}

    public static KernelException refused(ErrorCode code, ThrowingCallable call) {
        KernelException refusal = catchThrowableOfType(KernelException.class, call);
        assertThat(refusal).as("what the call throws").isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return refusal;
    }

    /** Refused for what stands in this field, and in no other. */
    public static void invalid(String field, ThrowingCallable call) {
        assertThat(refused(ErrorCode.INVALID, call).errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }
}
