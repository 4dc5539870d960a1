package io.appkernel.harness;

import java.net.URI;
import java.nio.file.Path;

/** What a server module tells the tests: the archive, and where the server answers. */
record Shape(boolean ear, Path archive, URI root) {
    static Shape current() {
        boolean ear = "ear".equals(required("kernel.test.shape"));
        return new Shape(
                ear,
                Path.of(required("kernel.test.archive")),
                URI.create("http://127.0.0.1:" + required("kernel.test.port")));
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The server's module must set -D" + name);
        }
        return value;
    }

    /** The path under which the app's own routes answer: its WAR has a context of its own in an EAR. */
    String app() {
        return (ear ? "/app" : "") + "/api/v1";
    }

    /** The context path of the app's WAR. */
    String appContext() {
        return ear ? "/app" : "";
    }
}
