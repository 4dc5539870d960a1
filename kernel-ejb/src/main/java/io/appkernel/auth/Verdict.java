package io.appkernel.auth;

import java.time.Duration;

/** What came of a bearer token. */
public sealed interface Verdict {
    /** It is valid and belongs to the caller. */
    record Granted(Caller caller) implements Verdict {}

    /** It is no good; the reason is for the caller and never repeats the token. */
    record Refused(String reason) implements Verdict {}

    /** Nobody can tell now, for what it is checked against cannot be had; the caller may ask again after a while. */
    record Undecided(String reason, Duration retryAfter) implements Verdict {}

    /** No verifier knows this kind of token. */
    record Unknown() implements Verdict {}
}
