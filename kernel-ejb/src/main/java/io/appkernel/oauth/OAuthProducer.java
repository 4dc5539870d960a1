package io.appkernel.oauth;

import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.PublicUrl;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.issuers.Fetcher;
import io.appkernel.issuers.Issuer;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import io.appkernel.login.LoginSettings;
import io.appkernel.login.SecondFactor;
import io.appkernel.sessions.Sessions;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the one bean, with the providers that are set up. */
@ApplicationScoped
class OAuthProducer {
    @Inject
    private OAuthSettings settings;

    @Inject
    private Fetcher fetcher;

    @Inject
    private Json json;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private Optional<Issuer> google = Optional.empty();

    @PostConstruct
    void begin() {
        google = settings.googleClientId()
                .map(any -> new Issuer(
                        settings.googleIssuer().toString(), Optional.empty(), fetcher, threads, System::nanoTime));
    }

    @Produces
    @Singleton
    OAuth oauth(
            Database database,
            Db db,
            Users users,
            Sessions sessions,
            Keyring keyring,
            AuthSettings auth,
            LoginSettings login,
            SecondFactor secondFactor,
            PublicUrl address,
            NodeSettings node,
            Clock clock) {
        List<Provider> providers =
                Stream.of(google(), github()).flatMap(Optional::stream).toList();
        Accounts accounts = new Accounts(
                new AccountTable(db, database.dialect()),
                db,
                users,
                auth,
                login,
                guards(secondFactor, sessions),
                providers.stream().map(Provider::name).collect(Collectors.toSet()),
                clock,
                log);
        return new OAuth(
                providers,
                new Flows(keyring, json, clock),
                accounts,
                new Redirects(settings.redirectUris()),
                sessions,
                new Place(address.publicUrl(), node.apiPrefix()));
    }

    private static Accounts.Guards guards(SecondFactor secondFactor, Sessions sessions) {
        return new Accounts.Guards() {
            @Override
            public Optional<Instant> codesSince(User user) {
                return secondFactor.since(user);
            }

            @Override
            public boolean stands(Flow.Linker linker) {
                return sessions.stands(linker.userId(), linker.session());
            }
        };
    }

    private Optional<Provider> google() {
        return google.map(issuer -> new OpenIdProvider(
                Provider.GOOGLE,
                issuer,
                settings.googleClientId().orElseThrow(),
                settings.googleClientSecret().orElseThrow(),
                new CodeExchange(Provider.GOOGLE, fetcher, log)));
    }

    private Optional<Provider> github() {
        return settings.githubClientId().map(id -> {
            SecretText secret = settings.githubClientSecret().orElseThrow();
            CodeExchange exchange = new CodeExchange(Provider.GITHUB, fetcher, log);
            return new GitHubProvider(settings.githubUrl(), settings.githubApiUrl(), id, secret, exchange, json);
        });
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) KernelStopping event) {
        google.ifPresent(Issuer::close);
    }
}
