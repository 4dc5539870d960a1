package io.appkernel.roles;

/** Roles for tests of what stands above them. */
public final class TestRoles {
    private TestRoles() {}

    /** Those that every deployment has. */
    public static Roles plain() {
        return new Roles();
    }
}
