package io.appkernel.apikeys;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.Caller;
import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.Refusals;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may ask of a new key. */
class WishesTest {
    @TempDir
    Path directory;

    private final MemoryUsers users = new MemoryUsers();
    private TestKeys node;
    private User ann;
    private User root;

    @BeforeEach
    void open() {
        node = new TestKeys(TestDeployment.fresh(DatabaseKind.H2, directory), users);
        node.roles.define("user", "", Set.of("documents:read", "documents:write"));
        ann = users.create(NewUser.of("ann@example.com"));
        root = users.create(NewUser.of("root@example.com").withRole(User.ADMIN));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private IssuedKey key(User owner, String... scopes) {
        return node.keys.create(node.signedIn(owner), NewApiKey.of("ci", scopes));
    }

    private void invalid(String field, Caller caller, NewApiKey wish) {
        Refusals.invalid(field, () -> node.keys.create(caller, wish));
    }

    @Test
    void onlyAdminsGiveTheScopesOfAdmins() {
        refused(ErrorCode.FORBIDDEN, () -> key(ann, "*"));
        refused(ErrorCode.FORBIDDEN, () -> key(ann, "admin"));
    }

    @Test
    void aKeyMakesNoKeysThatWouldOutliveIt() {
        Caller caller = node.with(key(ann, "documents:*"));
        refused(ErrorCode.FORBIDDEN, () -> node.keys.create(caller, NewApiKey.of("child", "documents:read")));
        refused(ErrorCode.FORBIDDEN, () -> node.keys.create(caller, NewApiKey.of("child")));
    }

    @Test
    void onlyAdminsBindKeysToAWorkspaceThatTheyAreNotIn() {
        refused(
                ErrorCode.FORBIDDEN,
                () -> node.keys.create(node.signedIn(ann), NewApiKey.of("ci").in("w1")));
        IssuedKey key = node.keys.create(
                node.signedIn(root), NewApiKey.of("ci").in("w1").ownedBy(ann.id()));
        assertThat(node.with(key).workspaceId()).contains("w1");
    }

    @Test
    void anAdminsKeyMakesOnlyKeysThatMayDoNoMoreAndLastNoLonger() {
        IssuedKey maker = node.keys.create(
                node.signedIn(root),
                NewApiKey.of("ci", "admin", "documents:*").expiringIn(2).in("w1"));
        Caller caller = node.with(maker);
        IssuedKey made = node.keys.create(caller, NewApiKey.of("child", "documents:read"));
        assertThat(made.key().expiresAt()).isEqualTo(maker.key().expiresAt());
        assertThat(made.key().workspaceId()).contains("w1");
        assertThat(made.key().userId()).isEqualTo(root.id());
        refused(ErrorCode.FORBIDDEN, () -> node.keys.create(caller, NewApiKey.of("c", "invoices:read")));
        refused(ErrorCode.FORBIDDEN, () -> node.keys.create(caller, NewApiKey.of("c", "*")));
        refused(
                ErrorCode.FORBIDDEN,
                () -> node.keys.create(caller, NewApiKey.of("c").in("w2")));
    }

    @Test
    void wishesThatCannotBeMetNameTheField() {
        Caller caller = node.signedIn(ann);
        invalid("name", caller, NewApiKey.of(" "));
        invalid("name", caller, NewApiKey.of("n".repeat(201)));
        invalid("name", caller, NewApiKey.of("nul\u0000"));
        invalid("scopes", caller, NewApiKey.of("ci", "two words"));
        invalid("expires_in_days", caller, NewApiKey.of("ci").expiringIn(0));
        invalid("expires_in_days", caller, NewApiKey.of("ci").expiringIn(3651));
        invalid("workspace_id", caller, NewApiKey.of("ci").in(""));
        invalid("user_id", node.signedIn(root), NewApiKey.of("ci").ownedBy("nobody"));
        refused(
                ErrorCode.FORBIDDEN,
                () -> node.keys.create(caller, NewApiKey.of("ci").ownedBy(root.id())));
    }

    @Test
    void anAdminMakesAKeyForAnotherThatMayDoWhatTheyMay() {
        IssuedKey key = node.keys.create(
                node.signedIn(root), NewApiKey.of("ci", "documents:read").ownedBy(ann.id()));
        assertThat(node.with(key).id()).isEqualTo(ann.id());
        assertThat(node.with(key).isAdmin()).isFalse();
    }
}
