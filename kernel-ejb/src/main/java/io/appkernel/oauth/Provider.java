package io.appkernel.oauth;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.net.URI;

/** Somebody by whose word people log in. Thread-safe. */
interface Provider {
    String GOOGLE = "google";
    String GITHUB = "github";

    String name();

    /**
     * Where somebody begins to log in.
     *
     * @throws KernelException unavailable, when the provider must be asked for that and does not answer
     */
    URI begin(Flow flow);

    /**
     * Who has logged in there.
     *
     * @throws KernelException malformed, when what came back proves nothing; unavailable, when the provider does not
     *     answer properly
     */
    Identity identify(Flow flow, Callback callback, String code);

    /** What people call it. */
    static String title(String name) {
        return switch (name) {
            case GOOGLE -> "Google";
            case GITHUB -> "GitHub";
            default -> name;
        };
    }

    /** What came back does not fit what was begun. */
    static KernelException unfit(String provider, String why) {
        return new KernelException(
                ErrorCode.MALFORMED, "The login at " + title(provider) + " failed: " + why + ". Begin it again.");
    }
}
