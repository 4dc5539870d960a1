package io.appkernel.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.db.DatabaseKind;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.operator.OperatorSettings;
import io.appkernel.settings.FeatureSettings;
import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.SecretText;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstKeyStartTest {
    @TempDir
    Path directory;

    private final MemoryUsers users = new MemoryUsers();
    private final List<String> lines = new ArrayList<>();
    private TestKeys node;

    @BeforeEach
    void open() {
        node = new TestKeys(TestDeployment.fresh(DatabaseKind.H2, directory), users);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void start(AuthMode mode, boolean auth, boolean operator) {
        KernelSettings settings = KernelSettings.of(
                new AuthSettings(mode, true),
                new FeatureSettings(true, auth, true, false, true, false),
                new OperatorSettings(operator ? Optional.of(new SecretText("o".repeat(32))) : Optional.empty()));
        new FirstKeyStart(node.keys, KernelLog.to(lines::add)).start(new KernelStarted(settings));
    }

    @Test
    void whereKeysAloneCountItIsSaidThatThereIsNoneAndNobodyToMakeOne() {
        start(AuthMode.APIKEY, true, false);

        assertThat(lines).singleElement().asString().contains("WARN", "kernel.operator-token");
    }

    @Test
    void whereThereIsAnotherWayInNothingIsSaid() {
        start(AuthMode.APIKEY, true, true);
        start(AuthMode.APIKEY, false, false);
        start(AuthMode.LOCAL, true, false);
        start(AuthMode.EXTERNAL, true, false);

        assertThat(lines).isEmpty();
    }

    @Test
    void aKeyThatHasExpiredIsNone() {
        var root = node.signedIn(users.create(NewUser.of("root@example.com").withRole("admin")));
        node.keys.create(root, NewApiKey.of("ci").expiringIn(2));
        start(AuthMode.APIKEY, true, false);
        assertThat(lines).isEmpty();

        node.ahead.set(Duration.ofDays(3));
        start(AuthMode.APIKEY, true, false);
        assertThat(lines).hasSize(1);
    }

    @Test
    void aKeyIsEnoughUntilItIsRevoked() {
        var root = node.signedIn(users.create(NewUser.of("root@example.com").withRole("admin")));
        IssuedKey made = node.keys.create(root, NewApiKey.of("ci"));
        start(AuthMode.APIKEY, true, false);
        assertThat(lines).isEmpty();

        node.keys.revoke(root, made.key().id());
        start(AuthMode.APIKEY, true, false);
        assertThat(lines).hasSize(1);
    }
}
