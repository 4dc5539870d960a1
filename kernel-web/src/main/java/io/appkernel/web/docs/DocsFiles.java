package io.appkernel.web.docs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The few files of the page: its own, and those of its library that it needs. Thread-safe. */
@ApplicationScoped
class DocsFiles {
    /** The page runs its own scripts and talks to its own server; its library styles elements inline. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final String LIBRARY = "swagger-ui";
    private static final String ABOUT = "META-INF/maven/org.webjars/" + LIBRARY + "/pom.properties";
    private static final String CHECK_EACH_TIME = "private, no-cache";
    private static final String KEEP_A_YEAR = "private, max-age=31536000, immutable";

    private Map<String, DocsFile> files = Map.of();

    /** The library's files stand under its version, so that a browser may keep them until the version changes. */
    @PostConstruct
    void find() {
        String version = version();
        String library = "META-INF/resources/webjars/" + LIBRARY + "/" + version + "/";
        byte[] page = read("index.html").replace("{version}", version).getBytes(StandardCharsets.UTF_8);
        files = Map.of(
                "",
                new DocsFile(() -> new ByteArrayInputStream(page), "text/html;charset=UTF-8", CHECK_EACH_TIME),
                "docs.js",
                new DocsFile(() -> own("docs.js"), "text/javascript;charset=UTF-8", CHECK_EACH_TIME),
                version + "/swagger-ui-bundle.js",
                foreign(library + "swagger-ui-bundle.js", "text/javascript"),
                version + "/swagger-ui.css",
                foreign(library + "swagger-ui.css", "text/css"),
                version + "/favicon-32x32.png",
                foreign(library + "favicon-32x32.png", "image/png"));
    }

    /** The file at a path below {@code /docs/}; every other path has none. */
    Optional<DocsFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static DocsFile foreign(String resource, String mediaType) {
        return new DocsFile(() -> library(resource), mediaType, KEEP_A_YEAR);
    }

    private static String version() {
        Properties about = new Properties();
        try (InputStream in = library(ABOUT)) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return about.getProperty("version");
    }

    private static String read(String name) {
        try (InputStream in = own(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream own(String name) {
        return found(DocsFiles.class.getResourceAsStream(name), name);
    }

    private static InputStream library(String resource) {
        return found(DocsFiles.class.getClassLoader().getResourceAsStream(resource), resource);
    }

    private static InputStream found(@Nullable InputStream in, String resource) {
        if (in == null) {
            throw new IllegalStateException("The page at /docs lacks " + resource
                    + ": keep org.webjars:swagger-ui in WEB-INF/lib or in the EAR's lib");
        }
        return in;
    }

    /** One file and how it is sent. */
    record DocsFile(Content content, String mediaType, String cacheControl) {
        InputStream open() throws IOException {
            return content.open();
        }
    }

    /** Opens a new stream each time. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
