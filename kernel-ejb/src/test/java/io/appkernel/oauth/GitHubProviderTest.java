package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.issuers.Fetcher;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.peers.TestGitHub;
import io.appkernel.peers.TestGitHub.Address;
import io.appkernel.peers.TestGitHub.Person;
import io.appkernel.settings.SecretText;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubProviderTest {
    private static final String CALLBACK = "https://app.example.com/api/v1/auth/oauth/github/callback";
    private static final Callback BACK =
            new Callback(Optional.of("s"), Optional.of("c"), Optional.empty(), Optional.empty());

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final TestGitHub github = new TestGitHub();
    private final Flows flows = new Flows(new Keyring("secret"), new Json(), Clock.systemUTC());
    private final Flow flow = flows.begin("github", CALLBACK, Optional.empty(), Optional.empty());
    private final GitHubProvider provider = provider(TestGitHub.CLIENT_SECRET);

    private GitHubProvider provider(String secret) {
        Fetcher fetcher = new Fetcher(Duration.ofSeconds(2), System::nanoTime);
        return new GitHubProvider(
                URI.create(github.url()),
                URI.create(github.apiUrl()),
                TestGitHub.CLIENT_ID,
                new SecretText(secret),
                new CodeExchange("github", fetcher, KernelLog.to(log::add)),
                new Json());
    }

    @AfterEach
    void close() {
        github.close();
        assertThat(String.join("\n", log)).doesNotContain(TestGitHub.CLIENT_SECRET, "gho_", flow.verifier());
    }

    private String code(Flow begun) throws IOException {
        HttpURLConnection browser =
                (HttpURLConnection) provider.begin(begun).toURL().openConnection();
        browser.setInstanceFollowRedirects(false);
        Matcher code = Pattern.compile("[?&]code=(\\w+)").matcher(browser.getHeaderField("Location"));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private void assertFails(ErrorCode code, GitHubProvider asked, String given) {
        refused(code, () -> asked.identify(flow, BACK, given));
    }

    @Test
    void thePrimaryAddressCountsAndTheNumberIsWhoTheyAre() throws IOException {
        github.loginAs(new Person(
                4711,
                "ann",
                "Ann Other",
                List.of(new Address("ann@users.example", false, true), new Address("ann@example.com", true, true))));

        assertThat(provider.identify(flow, BACK, code(flow)))
                .isEqualTo(
                        new Identity("github", "4711", Optional.of("ann@example.com"), true, Optional.of("Ann Other")));
    }

    @Test
    void aPrimaryAddressThatIsNotProvenIsSaidToBeSo() throws IOException {
        github.loginAs(new Person(
                4711,
                "ann",
                null,
                List.of(new Address("a@example.com", true, false), new Address("b@example.com", false, true))));

        Identity identity = provider.identify(flow, BACK, code(flow));

        assertThat(identity.email()).contains("a@example.com");
        assertThat(identity.emailVerified()).isFalse();
        assertThat(identity.name()).contains("ann");
    }

    @Test
    void whoShowsNoAddressHasNone() throws IOException {
        github.loginAs(new Person(4711, "ann", null, List.of()));

        Identity identity = provider.identify(flow, BACK, code(flow));

        assertThat(identity.email()).isEmpty();
        assertThat(identity.emailVerified()).isFalse();
    }

    @Test
    void aCodeIsGoodOnceAndInItsOwnLoginOnly() throws IOException {
        github.loginAs(new Person(1, "ann", null, List.of()));
        String code = code(flow);
        provider.identify(flow, BACK, code);

        assertFails(ErrorCode.MALFORMED, provider, code);
        assertFails(ErrorCode.MALFORMED, provider, "made-up");
        Flow another = flows.begin("github", CALLBACK, Optional.empty(), Optional.empty());
        assertFails(ErrorCode.MALFORMED, provider, code(another));
    }

    @Test
    void aWrongSecretIsTheOperatorsFaultAndLogged() throws IOException {
        assertFails(ErrorCode.UNAVAILABLE, provider("wrong"), code(flow));

        assertThat(String.join("\n", log)).contains("incorrect_client_credentials");
    }

    @Test
    void aBadDayOfGitHubIsNobodysFault() throws IOException {
        String code = code(flow);
        github.breakDown(true);

        assertFails(ErrorCode.UNAVAILABLE, provider, code);
    }
}
