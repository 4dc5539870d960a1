package io.appkernel.auth;

import io.appkernel.settings.FeatureSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Routes by which people log in here exist where this deployment's own word on a caller counts. */
@Dependent
class LocalLogin implements FeatureSwitch {
    private final AuthSettings auth;
    private final FeatureSettings features;

    @Inject
    LocalLogin(AuthSettings auth, FeatureSettings features) {
        this.auth = auth;
        this.features = features;
    }

    @Override
    public String feature() {
        return "login";
    }

    @Override
    public boolean isOn() {
        return features.auth() && auth.mode() == AuthMode.LOCAL;
    }
}
