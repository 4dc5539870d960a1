package io.appkernel.issuers;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.Verdict;
import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.roles.Roles;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The trusted issuer's tokens, where {@code kernel.auth.mode} says that they count. */
@ApplicationScoped
class ExternalMode implements CredentialVerifier {
    @Inject
    private AuthSettings auth;

    @Inject
    private ExternalSettings settings;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Inject
    private Fetcher fetcher;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private Optional<Issuer> issuer = Optional.empty();
    private Optional<ExternalTokens> tokens = Optional.empty();

    @PostConstruct
    void begin() {
        issuer = settings.issuer()
                .filter(any -> auth.mode() == AuthMode.EXTERNAL)
                .map(name -> new Issuer(name, settings.jwksUrl(), fetcher, threads, System::nanoTime));
        tokens = issuer.map(trusted -> new ExternalTokens(trusted, settings, roles, clock));
    }

    @Override
    public Verdict verify(String token) {
        return tokens.map(ours -> ours.verify(token)).orElseGet(Verdict.Unknown::new);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) KernelStopping event) {
        issuer.ifPresent(Issuer::close);
    }
}
