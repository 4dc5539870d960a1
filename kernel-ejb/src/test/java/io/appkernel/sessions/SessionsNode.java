package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.Stage;
import io.appkernel.users.User;
import io.appkernel.users.UserStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node that keeps logins, at a database of its own, for the contracts of logins. */
abstract class SessionsNode {
    static final Client CLIENT = new Client("192.0.2.1", "a browser");

    @TempDir
    Path directory;

    final MemoryUsers users = new MemoryUsers();
    final Stage stage = new Stage();
    private TestDeployment deployment;
    TestSessions node;
    User ann;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(kind(), directory);
        node = another();
        ann = users.create(NewUser.of("ann@example.com"));
    }

    TestSessions another() {
        return another(stage.over(users));
    }

    TestSessions another(UserStore store) {
        return new TestSessions(deployment, store);
    }

    @AfterEach
    void close() {
        node.close();
    }
}
