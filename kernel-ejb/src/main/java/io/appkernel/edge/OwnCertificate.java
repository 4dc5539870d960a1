package io.appkernel.edge;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** For a call of the server to its own listener, where the certificate names the public host. Nothing secret is sent. */
final class OwnCertificate implements X509TrustManager {
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
