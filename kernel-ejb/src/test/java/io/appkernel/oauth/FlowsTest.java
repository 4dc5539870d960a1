package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Flows flows = new Flows(new Keyring("a secret of these tests"), new Json(), () -> now);

    private Flow begun(String provider) {
        return flows.begin(
                provider,
                "https://app.example.com/cb",
                Optional.of("/done"),
                Optional.of(new Flow.Linker("u-1", "s-1")));
    }

    private static Callback with(String state) {
        return new Callback(Optional.ofNullable(state), Optional.of("code"), Optional.empty(), Optional.empty());
    }

    private Map<String, String> cookie(Flow flow) {
        return Map.of(Flows.cookieName(flow.state()), flows.sealed(flow));
    }

    private void assertUnknown(String provider, Callback callback, Map<String, String> cookies) {
        refused(ErrorCode.MALFORMED, () -> flows.found(provider, callback, cookies));
    }

    @Test
    void theBrowserThatBeganALoginIsKnownAgain() {
        Flow flow = begun("google");

        assertThat(flows.found("google", with(flow.state()), cookie(flow))).isEqualTo(flow);
    }

    @Test
    void anotherStateIsUnknown() {
        Flow flow = begun("google");
        Flow other = begun("google");

        assertUnknown("google", with(null), cookie(flow));
        assertUnknown("google", with(""), cookie(flow));
        assertUnknown("google", with(other.state()), cookie(flow));
        assertUnknown("google", with(flow.state() + "x"), cookie(flow));
    }

    @Test
    void anotherBrowsersCookieIsNoUse() {
        Flow mine = begun("google");
        Flow theirs = begun("google");

        assertUnknown("google", with(theirs.state()), Map.of());
        assertUnknown("google", with(theirs.state()), Map.of(Flows.cookieName(theirs.state()), flows.sealed(mine)));
    }

    @Test
    void aLoginEndsAtTheProviderWhereItBegan() {
        Flow flow = begun("google");

        assertUnknown("github", with(flow.state()), cookie(flow));
    }

    @Test
    void tenMinutesLaterItIsOver() {
        Flow flow = begun("google");
        now = now.plus(Flows.LIFETIME);

        assertUnknown("google", with(flow.state()), cookie(flow));
    }

    @Test
    void aCookieThatWasChangedOrSealedElsewhereIsUnknown() {
        Flow flow = begun("google");
        String name = Flows.cookieName(flow.state());
        String sealed = flows.sealed(flow);
        Flows elsewhere = new Flows(new Keyring("another secret"), new Json(), () -> now);

        for (String cookie : new String[] {
            "",
            "x",
            "%%%",
            sealed.substring(1),
            sealed + "A",
            elsewhere.sealed(flow),
            "{\"state\":\"" + flow.state() + "\"}"
        }) {
            assertUnknown("google", with(flow.state()), Map.of(name, cookie));
        }
    }

    @Test
    void neitherTheCookieNorItsNameTellsTheStateOrTheSecrets() {
        Flow flow = begun("google");
        String all = Flows.cookieName(flow.state()) + flows.sealed(flow) + flow;

        assertThat(all).doesNotContain(flow.state(), flow.nonce(), flow.verifier());
    }
}
