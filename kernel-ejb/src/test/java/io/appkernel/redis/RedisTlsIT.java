package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.databases.TestRedis;
import io.appkernel.settings.SecretText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** A Redis that speaks TLS, with a certificate that names 127.0.0.1 and that nobody else signed. */
class RedisTlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private final int port = TestRedis.freePort();
    private final Path store = store();
    private final TestRedis server = TestRedis.own(
            "--tls-port",
            "" + port,
            "--tls-auth-clients",
            "no",
            "--tls-cert-file",
            pem("cert"),
            "--tls-key-file",
            pem("key"),
            "--tls-ca-cert-file",
            pem("cert"));

    @AfterEach
    void close() {
        server.close();
    }

    private static String pem(String name) {
        return directory.resolve(name + ".pem").toString();
    }

    private static Path store() {
        try {
            Path file = directory.resolve("store.p12");
            Files.deleteIfExists(file);
            int failed = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "redis",
                            "-keyalg",
                            "RSA",
                            "-dname",
                            "CN=redis",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(failed).isZero();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            write("cert", "CERTIFICATE", keys.getCertificate("redis").getEncoded());
            write(
                    "key",
                    "PRIVATE KEY",
                    keys.getKey("redis", PASSWORD.toCharArray()).getEncoded());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("redis", keys.getCertificate("redis"));
            try (var out = Files.newOutputStream(file)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (Exception e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static void write(String name, String type, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                Path.of(pem(name)), "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }

    private RedisSettings settings(String host, Optional<Path> trustStore, String password) {
        String credentials = URI.create(server.url()).getUserInfo();
        return new RedisSettings(
                Optional.of(new SecretText("rediss://" + credentials + "@" + host + ":" + port)),
                "tls:",
                2,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Optional.empty(),
                trustStore,
                trustStore.map(path -> new SecretText(password)),
                EmbeddedMode.NEVER);
    }

    private static RedisException refused(RedisSettings settings) {
        Redis redis = Redis.of(settings);
        try {
            return catchThrowableOfType(RedisException.class, () -> redis.call(UnifiedJedis::ping));
        } finally {
            redis.close();
        }
    }

    @Test
    void aCertificateThatTheTrustStoreHoldsIsTrusted() {
        Redis redis = Redis.of(settings("127.0.0.1", Optional.of(store), PASSWORD));
        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        redis.close();
    }

    @Test
    void oneThatNobodyVouchesForOrThatNamesAnotherHostIsNot() {
        assertThat(refused(settings("127.0.0.1", Optional.empty(), PASSWORD)).reason())
                .isEqualTo(RedisException.Reason.AWAY);
        assertThat(refused(settings("localhost", Optional.of(store), PASSWORD)).reason())
                .isEqualTo(RedisException.Reason.AWAY);
    }

    @Test
    void aTrustStoreThatCannotBeOpenedStopsTheStart() {
        assertThatThrownBy(() -> Redis.of(settings("127.0.0.1", Optional.of(store), "wrong")))
                .hasMessageContaining("kernel.redis.trust-store");
    }
}
