package io.appkernel.tokens;

/** How access tokens are signed. */
public enum Algorithm {
    /** With the deployment's secret; only who has it can check them. */
    HS256,
    /** With a key pair; everybody can check them. */
    RS256,
    /** As {@link #RS256}, with short signatures that take longer to check. */
    ES256
}
