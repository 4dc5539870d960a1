package io.appkernel.settings;

/** A record was asked for that the deployment does not have, or that could not be bound and is reported as such. */
final class UnboundSettings extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnboundSettings(Class<?> type) {
        super(type.getName() + " is not a @Settings record of this deployment, or its values were refused");
    }
}
