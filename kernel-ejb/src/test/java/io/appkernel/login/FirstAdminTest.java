package io.appkernel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.DatabaseKind;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
    private static final Pattern TOKEN = Pattern.compile("setup_token ([\\w-]{43})");

    @TempDir
    Path data;

    private final List<String> lines = new ArrayList<>();
    private TestLogin node;

    @BeforeEach
    void open() {
        node = new TestLogin(DatabaseKind.H2, TestDatabase.newUrl(DatabaseKind.H2));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void start(Environment environment, boolean operator) {
        start(node.users, environment, operator);
    }

    private void start(Users users, Environment environment, boolean operator) {
        NodeSettings settings =
                new NodeSettings("app", "1", "", environment, NodeRole.ALL, "/api/v1", false, data, Optional.empty());
        new FirstAdmin(
                        users,
                        node.passwords,
                        node.tokens,
                        new DevAdminSettings("admin@example.com", Optional.empty()),
                        operator,
                        settings,
                        KernelLog.to(lines::add))
                .makeIfMissing();
    }

    @Test
    void outsideProdThereIsAnAdministratorWhosePasswordIsKeptAndNeverLogged() throws IOException {
        start(Environment.DEV, true);

        String password = Files.readString(data.resolve("dev-admin-password")).strip();
        assertThat(node.login("admin@example.com", password).user().isAdmin()).isTrue();
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("dev-admin-password")
                .doesNotContain(password);
        start(Environment.DEV, true);
        assertThat(node.users.page("", 10, 0).total()).isEqualTo(1);
    }

    @Test
    void whereSomebodyAdministersNobodyIsMade() {
        node.users.create(NewUser.of("root@example.com").withRole(User.ADMIN));

        start(Environment.DEV, false);
        start(Environment.PROD, false);

        assertThat(node.users.page("", 10, 0).total()).isEqualTo(1);
        assertThat(lines).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void inProdATokenInTheLogMakesTheFirstOneAndAnOperatorNeedsNone() {
        start(Environment.PROD, true);
        assertThat(lines).isEmpty();

        start(Environment.PROD, false);

        assertThat(node.users.page("", 10, 0).total()).isZero();
        Matcher token = TOKEN.matcher(lines.get(0));
        assertThat(token.find()).isTrue();
        User made = node.signUp.register(new SignUp.Applicant(
                "root@example.com",
                Optional.empty(),
                "a long enough phrase",
                Optional.empty(),
                Optional.of(token.group(1))));
        assertThat(made.isAdmin()).isTrue();
        assertThatThrownBy(() -> node.signUp.register(new SignUp.Applicant(
                        "root2@example.com",
                        Optional.empty(),
                        "a long enough phrase",
                        Optional.empty(),
                        Optional.of(token.group(1)))))
                .hasMessageContaining("token");
    }

    @Test
    void aStoreOfTheAppsOwnIsLeftToTheApp() {
        start(new Users(new MemoryUsers()), Environment.DEV, false);

        assertThat(lines).singleElement().asString().contains("own user store");
    }
}
