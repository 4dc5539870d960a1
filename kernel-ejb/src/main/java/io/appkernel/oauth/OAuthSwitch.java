package io.appkernel.oauth;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.FeatureSwitch;
import io.appkernel.settings.FeatureSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The routes exist where people log in here and a provider is set up. */
@Dependent
class OAuthSwitch implements FeatureSwitch {
    private final AuthSettings auth;
    private final FeatureSettings features;
    private final OAuthSettings settings;

    @Inject
    OAuthSwitch(AuthSettings auth, FeatureSettings features, OAuthSettings settings) {
        this.auth = auth;
        this.features = features;
        this.settings = settings;
    }

    @Override
    public String feature() {
        return "oauth";
    }

    @Override
    public boolean isOn() {
        return features.auth() && auth.mode() == AuthMode.LOCAL && settings.isUsed();
    }
}
