package io.appkernel.auth;

/**
 * Says whether the routes of a feature exist, where that hangs on more than {@code kernel.enable.*}: a bean of the
 * feature. Asked once per route as an application starts; routes marked with its name answer 404 while it is off.
 */
public interface FeatureSwitch {
    /** What stands in the mark on the routes. */
    String feature();

    boolean isOn();
}
