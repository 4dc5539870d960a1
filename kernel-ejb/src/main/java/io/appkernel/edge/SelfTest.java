package io.appkernel.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Tries the lock before anybody walks through: the first request that reaches a WAR's API makes the edge call its own
 * protected probe with no credential. Anything but 401 closes the whole API, for then every protected route is open.
 */
final class SelfTest {
    static final String PROBE = "kernel-probe";
    private static final String HEADER = "X-Kernel-Probe";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final System.Logger LOG = System.getLogger(SelfTest.class.getName());

    private final String contextPath;
    private final List<String> restPaths;
    private final Caller caller;
    private final LongSupplier nanos;
    private final String nonce = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Problem refusal;
    private volatile boolean done;
    private volatile boolean tried;
    private volatile long triedAt;

    /** Calls a path of this server and answers the status. */
    interface Caller {
        int status(HttpServletRequest request, String path, String nonce) throws IOException;
    }

    SelfTest(String contextPath, List<String> restPaths) {
        this(contextPath, restPaths, SelfTest::call, System::nanoTime);
    }

    SelfTest(String contextPath, List<String> restPaths, Caller caller, LongSupplier nanos) {
        this.contextPath = contextPath;
        this.restPaths = restPaths;
        this.caller = caller;
        this.nanos = nanos;
    }

    /**
     * Why the API is shut, or null. Nobody waits for a try that another thread makes: the probe needs a thread of the
     * same pool, which a burst of waiting requests would have taken.
     */
    @Nullable Problem refusal(HttpServletRequest request) {
        if (!isDue() || nonce.equals(request.getHeader(HEADER))) {
            return refusal;
        }
        if (!running.compareAndSet(false, true)) {
            return tried ? refusal : Problem.of(503, "This service is starting. Try again in a second.");
        }
        try {
            run(request);
        } finally {
            running.set(false);
        }
        return refusal;
    }

    /** A listener that cannot call itself is not asked to at every request: each try may take its whole timeout. */
    private boolean isDue() {
        return !done && (!tried || nanos.getAsLong() - triedAt >= PAUSE_NANOS);
    }

    private void run(HttpServletRequest request) {
        if (!isDue()) {
            return;
        }
        for (String prefix : restPaths) {
            String path = contextPath + prefix + "/" + PROBE;
            try {
                int status = caller.status(request, path, nonce);
                if (status != 401 && status != 404) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "The protected probe {0} answered {1}, not 401: no access rule"
                                    + " holds in this WAR, so its API stays shut",
                            path,
                            status);
                    refusal = Problem.of(503, "This service found its own access rules not in force and stays shut.");
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The access self-test could not call {0}: {1}",
                        path,
                        e.toString());
                triedAt = nanos.getAsLong();
                tried = true;
                return;
            }
        }
        done = true;
    }

    private static int call(HttpServletRequest request, String path, String nonce) throws IOException {
        String address = request.getLocalAddr();
        String host = address.indexOf(':') >= 0 ? "[" + address.replaceFirst("%.*", "") + "]" : address;
        URI uri = URI.create(request.getScheme() + "://" + host + ":" + request.getLocalPort() + path);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        OwnCertificate.trust(connection);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty(HEADER, nonce);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** For a call of the server to its own listener, where the certificate names the public host. Nothing secret is sent. */
    private static final class OwnCertificate implements X509TrustManager {
        static void trust(HttpURLConnection connection) throws IOException {
            if (connection instanceof HttpsURLConnection https) {
                try {
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(null, new TrustManager[] {new OwnCertificate()}, null);
                    https.setSSLSocketFactory(context.getSocketFactory());
                    https.setHostnameVerifier((host, session) -> true);
                } catch (GeneralSecurityException e) {
                    throw new IOException("No TLS for the self-test", e);
                }
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // Nobody shows us a certificate here.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // It is our own.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
