package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.backup.BackupSettings;
import io.appkernel.db.DatabaseSettings;
import io.appkernel.edge.CorsSettings;
import io.appkernel.edge.EdgeSettings;
import io.appkernel.health.HealthSettings;
import io.appkernel.keyring.KeyringSettings;
import io.appkernel.log.LogSettings;
import io.appkernel.mail.MailSettings;
import io.appkernel.metrics.MetricsSettings;
import io.appkernel.oauth.OAuthSettings;
import io.appkernel.operator.OperatorSettings;
import io.appkernel.ratelimit.RateLimitSettings;
import io.appkernel.redis.RedisSettings;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.sessions.SessionSettings;
import io.appkernel.telemetry.TelemetrySettings;
import io.appkernel.tokens.TokenSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    private static final List<Class<? extends Record>> ALL = List.of(
            NodeSettings.class,
            FeatureSettings.class,
            AuthSettings.class,
            KeyringSettings.class,
            SessionSettings.class,
            TokenSettings.class,
            OAuthSettings.class,
            OperatorSettings.class,
            BackupSettings.class,
            DatabaseSettings.class,
            CorsSettings.class,
            EdgeSettings.class,
            HealthSettings.class,
            LogSettings.class,
            MailSettings.class,
            MetricsSettings.class,
            RateLimitSettings.class,
            RedisSettings.class,
            SchemaSettings.class,
            TelemetrySettings.class);

    private static Review review(Given given) {
        return new Review(new Sources(List.of(given.config()), List.of()), ALL.stream());
    }

    private static Property property(Review review, String name) {
        return review.settings().describe().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            APP_ENV,               kernel.environment,                staging,                 test
            ENV,                   kernel.environment,                local,                   dev
            DATABASE_URL,          kernel.database.url,               postgres://u:p@h:5432/d, ***
            ADMIN_DB_URL,          kernel.telemetry.database-url,     sqlite:///./admin.db,    ***
            REDIS_URL,             kernel.redis.url,                  redis://h:6379,          ***
            JWT_SECRET,            kernel.auth.token-secret,          something,               ***
            CORS_ORIGINS,          kernel.cors.allow-origins,         https://a.example,       https://a.example
            RATE_LIMIT_RPM,        kernel.rate-limit.authenticated-rpm, 5,                     5
            SMTP_HOST,             kernel.mail.host,                  mail.example,            mail.example
            SMTP_PORT,             kernel.mail.port,                  25,                      25
            SMTP_USER,             kernel.mail.user,                  ann,                     ann
            SMTP_PASSWORD,         kernel.mail.password,              something,               ***
            SMTP_USE_TLS,          kernel.mail.use-tls,               false,                   false
            EMAIL_FROM,            kernel.mail.from,                  App <a@b.example>,       App <a@b.example>
            EMAIL_REPLY_TO,        kernel.mail.reply-to,              a@b.example,             a@b.example
            ADMIN_WORKER_EMBEDDED, kernel.telemetry.worker-embedded,  false,                   false
            DATA_DIR,              kernel.data-dir,                   /var/app,                /var/app
            BACKUP_DIR,            kernel.backup.dir,                 /var/backups,            /var/backups
            BACKUP_ENABLED,        kernel.backup.enabled,             false,                   false
            MIGRATIONS_DIR,        kernel.schema.migrations-dir,      /var/migrations,         /var/migrations
            MIGRATION_ENABLED,     kernel.schema.migration-enabled,   false,                   false
            ALLOW_COLUMN_DELETION, kernel.schema.allow-column-deletion, true,                  true
            KERNEL_ENABLE_HEALTH,  kernel.enable.health,              false,                   false
            KERNEL_ENABLE_METRICS, kernel.metrics.enabled,            false,                   false
            KERNEL_PROTECT_METRICS, kernel.metrics.protect,           internal,                internal
            LOG_LEVEL,             kernel.log.level,                  WARN,                    WARN
            KERNEL_ENABLE_AUTH,    kernel.enable.auth,                false,                   false
            KERNEL_ENABLE_AUDIT,   kernel.enable.audit,               true,                    true
            KERNEL_ENABLE_JOBS,    kernel.enable.jobs,                false,                   false
            KERNEL_ENABLE_SAAS,    kernel.enable.workspaces,          false,                   false
            KERNEL_ENABLE_TEST,    kernel.enable.test,                true,                    true
            KERNEL_AUTH_MODE,      kernel.auth.mode,                  external,                external
            KERNEL_ALLOW_SIGNUP,   kernel.auth.allow-signup,          false,                   false
            """)
    void aVariableOfTheContractSetsItsProperty(String variable, String property, String value, String shown) {
        for (Given given : List.of(new Given().environment(variable, value), new Given().file(variable, value))) {
            Review review = review(given);
            assertThat(review.problems()).isEmpty();
            assertThat(property(review, property).value()).isEqualTo(shown);
            assertThat(review.unknownNames()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GOOGLE", "GITHUB"})
    void theCredentialsOfAProviderSetTheirProperties(String provider) {
        Review review = review(new Given()
                .environment(provider + "_CLIENT_ID", "me")
                .environment(provider + "_CLIENT_SECRET", "quiet"));
        assertThat(review.problems()).isEmpty();
        OAuthSettings oauth = review.settings().get(OAuthSettings.class);
        assertThat(Stream.of(oauth.googleClientSecret(), oauth.githubClientSecret()))
                .filteredOn(secret -> secret.isPresent())
                .hasSize(1);
    }

    @Test
    void debugIsAnAliasOutsideProdAndNeverTrueInProd() {
        Given given = new Given().environment("DEBUG", "true");
        assertThat(given.bound(NodeSettings.class).debug()).isFalse();
        assertThat(given.environment("ENV", "dev").bound(NodeSettings.class).debug())
                .isTrue();
    }

    @Test
    void theDefaultsAreThoseOfTheContract() {
        KernelSettings settings = review(new Given()).settings();
        AuthSettings auth = settings.get(AuthSettings.class);
        assertThat(settings.get(TokenSettings.class).accessTokenLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.get(SessionSettings.class).refreshTokenLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(auth.allowSignup()).isTrue();
        assertThat(auth.mode()).isEqualTo(AuthMode.LOCAL);
        assertThat(settings.get(RateLimitSettings.class)).isEqualTo(new RateLimitSettings(true, 30, 120, 600));
        assertThat(settings.get(EdgeSettings.class).maxBodySize()).isEqualTo(10_485_760);
        assertThat(settings.get(BackupSettings.class).schedule()).contains("0 15 * * *");
        assertThat(settings.get(BackupSettings.class).directory(settings.node().dataDir()))
                .isRelative()
                .endsWithRaw(java.nio.file.Path.of(".data/backups"));
        assertThat(settings.environment()).isEqualTo(Environment.PROD);
        assertThat(settings.role()).isEqualTo(NodeRole.ALL);
        assertThat(settings.node().apiPrefix()).isEqualTo("/api/v1");
    }

    @Test
    void anEmptyScheduleTurnsBackupsOff() {
        assertThat(new Given()
                        .environment("KERNEL_BACKUP_SCHEDULE", "")
                        .bound(BackupSettings.class)
                        .schedule())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dev, DEV",
        "development, DEV",
        "local, DEV",
        "uat, TEST",
        "staging, TEST",
        "test, TEST",
        "prod, PROD",
        "Production, PROD",
        "'', PROD"
    })
    void anEnvironmentHasSeveralSpellings(String text, Environment environment) {
        assertThat(new Given()
                        .environment("APP_ENV", text)
                        .bound(NodeSettings.class)
                        .environment())
                .isEqualTo(environment);
    }

    @Test
    void anotherEnvironmentIsRefusedWithThoseThatExist() {
        assertThat(new Given()
                        .environment("ENV", "prd")
                        .review(NodeSettings.class)
                        .problems())
                .containsExactly("kernel.environment: 'prd' is not one of prod|production, dev|development|local,"
                        + " test|uat|staging (ENV in EnvConfigSource)");
    }
}
