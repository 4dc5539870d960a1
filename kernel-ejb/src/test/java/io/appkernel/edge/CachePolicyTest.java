package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachePolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/main.a1b2c3d4.js",
                "/assets/index-BsX9z1aQ.css",
                "/a/app.3f2a9c1b0d.chunk.js",
                "/x-4f5e6d7c8b.woff2"
            })
    void hashedFilesAreKeptForAYear(String path) {
        assertThat(CachePolicy.of(200, "text/javascript", path, true)).isEqualTo(CachePolicy.HASHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/main.js", "/jquery-3.7.1.min.js", "/favicon.ico", "/user-settings.js", "/a.b2c.js"})
    void otherFilesAreKeptForAnHour(String path) {
        assertThat(CachePolicy.of(200, "text/javascript", path, true)).isEqualTo(CachePolicy.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/docs/", "/page.a1b2c3d4.html"})
    void pagesAreNeverKept(String path) {
        assertThat(CachePolicy.of(200, "text/html;charset=UTF-8", path, true)).isEqualTo(CachePolicy.HTML);
    }

    @Test
    void answersOfTheApplicationAndFailuresAreNeverKept() {
        assertThat(CachePolicy.of(200, "application/json", "/api/v1/x.json", false))
                .isEqualTo(CachePolicy.NEVER);
        assertThat(CachePolicy.of(404, "application/problem+json", "/main.a1b2c3d4.js", true))
                .isEqualTo(CachePolicy.NEVER);
    }

    @Test
    void anUnchangedFileKeepsItsTime() {
        assertThat(CachePolicy.of(304, null, "/main.a1b2c3d4.js", true)).isEqualTo(CachePolicy.HASHED);
    }
}
