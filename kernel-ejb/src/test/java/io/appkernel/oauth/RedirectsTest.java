package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private final Redirects redirects =
            new Redirects(List.of("https://app.example.com/done", "/welcome", "com.example.app://login/done"));

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com/done", "/welcome", "com.example.app://login/done"})
    void whatIsOnTheListIsAllowed(String asked) {
        assertThat(redirects.allowed(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/welcome/",
                "/welcome/../admin",
                "/welcome?next=//evil.example",
                "/welcome#access_token=x",
                "/Welcome",
                "//welcome",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/welcome\r\nSet-Cookie: a=b",
                "/welcome\u0000",
                " /welcome",
                "/welcome ",
                "https://app.example.com/done/",
                "https://app.example.com/done?x=1",
                "https://app.example.com/done#x",
                "https://app.example.com/done/../steal",
                "https://app.example.com/doneandmore",
                "https://app.example.com",
                "https://app.example.com.evil.example/done",
                "https://app.example.com@evil.example/done",
                "https://user:pass@app.example.com/done",
                "https://app.example.com:443/done",
                "http://app.example.com/done",
                "HTTPS://app.example.com/done",
                "https:app.example.com/done",
                "https:/app.example.com/done",
                "https://APP.example.com/done",
                "https://app.example.com\\@evil.example/done",
                "https://\u0430pp.example.com/done",
                "javascript:alert(1)",
                "data:text/html,x",
                "welcome",
                "com.example.app://login/other"
            })
    void anythingElseIsRefusedHoweverCloseItIs(String asked) {
        invalid("redirect_uri", () -> redirects.allowed(asked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://user@app.example.com/done",
                "https://app.example.com/done#x",
                "javascript:alert(1)",
                "app:done",
                "done",
                "",
                "https://app.example.com/a b"
            })
    void anEntryThatBrowsersMayReadOtherwiseStopsTheStart(String entry) {
        assertThatThrownBy(() -> Redirects.requireSound(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("redirect-uris");
    }

    @Test
    void aPathIsOneOfTheOwnOriginWhateverTheRequestSays() {
        Place place = new Place(Optional.of(URI.create("https://app.example.com/base")), "/api/v1");
        URI origin = URI.create("http://evil.example");

        assertThat(place.whole("/welcome", origin)).isEqualTo("https://app.example.com/welcome");
        assertThat(place.whole("https://other.example/x", origin)).isEqualTo("https://other.example/x");
        assertThat(place.callback("google", origin))
                .hasToString("https://app.example.com/base/api/v1/auth/oauth/google/callback");
    }
}
