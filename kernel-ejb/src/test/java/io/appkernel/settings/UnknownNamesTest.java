package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.AuthSettings;
import io.appkernel.db.DatabaseSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {
    private static List<String> unknown(Given given) {
        return given.review(NodeSettings.class, DatabaseSettings.class, AuthSettings.class)
                .unknownNames();
    }

    @Test
    void aMisspeltPropertyIsReportedWithItsSourceAndTheNearestOne() {
        assertThat(unknown(new Given().system("kernel.databse.url", "x")))
                .containsExactly(
                        "'kernel.databse.url' (in system properties) is no setting; did you mean kernel.database.url?");
    }

    @Test
    void aMisspeltVariableIsReportedOnce() {
        assertThat(unknown(new Given().environment("KERNEL_DATABSE_URL", "x")))
                .containsExactly(
                        "'KERNEL_DATABSE_URL' (in EnvConfigSource) is no setting; did you mean kernel.database.url?");
        assertThat(unknown(new Given().file("KERNEL_ALOW_SIGNUP", "x")))
                .containsExactly(
                        "'KERNEL_ALOW_SIGNUP' (in /app/.env) is no setting; did you mean kernel.auth.allow-signup?");
    }

    @Test
    void aNameThatOnlyAVariableMayHaveIsReportedAsAProperty() {
        assertThat(unknown(new Given().system("kernel.database_url", "x").system("kernel.allow-signup", "x")))
                .containsExactly(
                        "'kernel.allow-signup' (in system properties) is no setting; did you mean"
                                + " kernel.auth.allow-signup?",
                        "'kernel.database_url' (in system properties) is no setting; did you mean"
                                + " kernel.database.url?");
    }

    @Test
    void nothingIsProposedWhenNothingIsNear() {
        assertThat(unknown(new Given().system("kernel.zebra.stripes.colour", "x")))
                .containsExactly("'kernel.zebra.stripes.colour' (in system properties) is no setting");
    }

    @Test
    void namesOfOthersAndKnownOnesAreLeftAlone() {
        assertThat(unknown(new Given()
                        .system("kernelcare", "x")
                        .system("java.home", "x")
                        .system("KERNEL", "x")
                        .environment("PATH", "x")
                        .environment("KERNEL_DATABASE_URL", "jdbc:h2:mem:x")
                        .environment("KERNEL_ALLOW_SIGNUP", "true")
                        .environment("KERNEL_ENV_DIR", "/x")
                        .system("kernel.env-dir", "/x")
                        .file("kernel.auth.mode", "local")))
                .isEmpty();
    }

    @Test
    void noValueIsEverShown() {
        assertThat(unknown(new Given().environment("KERNEL_JWT_SECRET", "hunter2")))
                .singleElement()
                .asString()
                .doesNotContain("hunter2");
    }
}
