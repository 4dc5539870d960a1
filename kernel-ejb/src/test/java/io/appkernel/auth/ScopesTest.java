package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
    @ParameterizedTest
    @CsvSource({
        "*, documents:read, true",
        "*, *, true",
        "*, admin, true",
        "documents:*, documents:read, true",
        "documents:*, documents:*, true",
        "documents:*, documents, false",
        "documents:*, documents2:read, false",
        "documents:read, documents:read, true",
        "documents:read, documents:write, false",
        "documents:read, documents:*, false",
        "documents:read, *, false",
        "documents, documents:read, false",
        "Documents:read, documents:read, false",
        "admin, admin, true",
        "admin, documents:read, false",
    })
    void oneScopeCoversAnotherOrDoesNot(String held, String wanted, boolean allowed) {
        assertThat(Scopes.allow(Set.of(held), wanted)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "*, documents:read, documents:read",
        "documents:*, documents:read, documents:read",
        "documents:*, *, documents:*",
        "documents:*, documents:*, documents:*",
        "documents:read, documents:write, ",
        "documents:*, pages:*, ",
    })
    void whatTwoSetsHaveInCommonIsTheSameEitherWay(String one, String other, String common) {
        Set<String> expected = common == null ? Set.of() : Set.of(common);
        assertThat(Scopes.common(Set.of(one), Set.of(other))).isEqualTo(expected);
        assertThat(Scopes.common(Set.of(other), Set.of(one))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "admin", "documents:read", "documents:*", "a.b-c_d:e.f"})
    void theseAreScopes(String text) {
        assertThat(Scopes.isScope(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ":", "a:", ":b", "a:b:c", "a b", "*:read", "docu*", "**", "a:b\n", "d\u00f6c:read"})
    void theseAreNot(String text) {
        assertThat(Scopes.isScope(text)).isFalse();
    }
}
