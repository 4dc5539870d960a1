package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsFilesTest {
    private final DocsFiles files = new DocsFiles();

    @BeforeEach
    void find() {
        files.find();
    }

    @Test
    void everythingThePageLoadsIsServedFromTheSamePlace() throws IOException {
        List<String> loaded = Pattern.compile("(?:src|href)=\"(?!\\.\\./)([^\"]+)\"")
                .matcher(text(""))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(loaded).hasSize(4);
        for (String path : loaded) {
            assertThat(text(path)).as(path).isNotEmpty();
        }
    }

    @Test
    void thePageHasNoScriptOfItsOwnInline() throws IOException {
        assertThat(Pattern.compile("<script(?![^>]*src=)").matcher(text("")).find())
                .isFalse();
        assertThat(DocsFiles.CONTENT_SECURITY_POLICY)
                .contains("script-src 'self';")
                .doesNotContain("http");
    }

    @Test
    void filesOfTheLibraryMayBeKeptBecauseTheirPathHoldsItsVersion() throws IOException {
        String style = Pattern.compile("href=\"([^\"]+\\.css)\"")
                .matcher(text(""))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(6, link.length() - 1))
                .findFirst()
                .orElseThrow();
        assertThat(style).matches("\\d+\\.\\d+\\.\\d+/swagger-ui\\.css");
        assertThat(files.at(style).orElseThrow().cacheControl()).contains("immutable");
        assertThat(files.at("").orElseThrow().cacheControl()).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index.html", "swagger-initializer.js", "../openapi", "META-INF/MANIFEST.MF", "/", "docs.js/"})
    void nothingElseIsServed(String path) {
        assertThat(files.at(path)).isEmpty();
    }

    private String text(String path) throws IOException {
        try (InputStream in = files.at(path).orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
