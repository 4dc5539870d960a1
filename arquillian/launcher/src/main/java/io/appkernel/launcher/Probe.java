package io.appkernel.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks one address of the application. */
record Probe(URI address) {
    private static final int TIMEOUT_MILLIS = 5000;

    /** Status 0 means that nothing answered. */
    record Answer(int status, String body) {}

    Answer ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(status, text.strip());
            }
        } catch (IOException e) {
            return new Answer(0, "");
        }
    }
}
