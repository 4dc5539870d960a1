package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.appkernel.breaker.Breaker;
import io.appkernel.db.SqlFailure.Kind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Db} promises, on every database. */
abstract class DbContract {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private AgroalDataSource pool;
    private Database database;
    Db db;

    abstract String newDatabase();

    @BeforeEach
    void open() {
        DatabaseSettings settings = DatabaseSettings.of(newDatabase());
        DatabaseUrl url = settings.database(Path.of("unused"));
        KernelLog log = KernelLog.to(line -> {});
        pool = Pool.open(url, settings, "test app", Optional.empty(), log);
        database = new Database(url.kind(), pool, Optional.empty(), new Breaker(System::nanoTime), log);
        db = new Db(database, new Backoff(pauses::add, () -> 0.5));
        run("CREATE TABLE parents (id INT NOT NULL, PRIMARY KEY (id))");
        run("CREATE TABLE items (id INT NOT NULL, name VARCHAR(10), size INT NOT NULL, parent INT,"
                + " PRIMARY KEY (id), CONSTRAINT items_name_key UNIQUE (name),"
                + " CONSTRAINT items_size_check CHECK (size >= 0),"
                + " CONSTRAINT items_parent_key FOREIGN KEY (parent) REFERENCES parents (id))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void run(String sql) {
        db.useConnection(connection -> execute(connection, sql));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(int id) {
        run("INSERT INTO items (id, name, size) VALUES (" + id + ", 'n" + id + "', 1)");
    }

    String text(String sql) {
        return db.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getString(1);
            }
        });
    }

    private int number(String sql) {
        return Integer.parseInt(text(sql));
    }

    private int rows() {
        return number("SELECT COUNT(*) FROM items");
    }

    @Test
    void whatWasDoneStaysAndTheAnswerIsGiven() {
        String answer = db.inTransaction(() -> {
            insert(1);
            insert(2);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(rows()).isEqualTo(2);
        assertThat(db.isInTransaction()).isFalse();
    }

    @Test
    void oneConnectionServesTheWholeTransaction() {
        db.inTransaction(() -> {
            Connection first = db.withConnection(connection -> connection);
            Connection second = db.withConnection(connection -> connection);
            assertThat(first).isSameAs(second);
            assertThat(db.isInTransaction()).isTrue();
        });
    }

    @Test
    void outsideOfATransactionEveryStatementCommitsByItself() {
        assertThatThrownBy(() -> db.useConnection(connection -> {
                    assertThat(connection.getAutoCommit()).isTrue();
                    execute(connection, "INSERT INTO items (id, size) VALUES (1, 1)");
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anUncheckedExceptionUndoesAllAndIsThrownOn() {
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> db.inTransaction(() -> {
                    insert(1);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(rows()).isZero();
        assertThat(pauses).isEmpty();
    }

    @Test
    void aCheckedExceptionUndoesAllAndIsThrownOn() {
        IOException thrown = new IOException("no");

        assertThatThrownBy(() -> db.inTransaction(() -> {
                    insert(1);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(rows()).isZero();
    }

    @Test
    void anErrorUndoesAllAndIsThrownOn() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> db.inTransaction(() -> {
                    insert(1);
                    throw new StackOverflowError();
                }));
        assertThat(rows()).isZero();
        assertThat(db.isInTransaction()).isFalse();
    }

    @Test
    void nestedWorkJoinsTheTransactionAroundIt() {
        assertThatThrownBy(() -> db.inTransaction(() -> {
                    db.inTransaction(() -> insert(1));
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(rows()).isZero();
    }

    @Test
    void nestedWorkThatFailedCannotBeSavedByCatchingItsException() {
        assertThatExceptionOfType(KernelException.class)
                .isThrownBy(() -> db.inTransaction(() -> {
                    insert(1);
                    try {
                        db.inTransaction(() -> {
                            insert(2);
                            throw new IllegalStateException("inner");
                        });
                    } catch (IllegalStateException e) {
                        insert(3);
                    }
                }))
                .withMessageContaining("rolled back");
        assertThat(rows()).isZero();
    }

    @Test
    void theNextTransactionOnAConnectionIsNotTouchedByTheOneBefore() {
        assertThatThrownBy(() -> db.inTransaction(() -> {
            insert(1);
            throw new IllegalStateException("no");
        }));
        insert(2);
        db.inTransaction(() -> insert(3));

        assertThat(rows()).isEqualTo(2);
    }

    private DatabaseException refused(String sql) {
        return catchThrowableOfType(DatabaseException.class, () -> db.inTransaction(() -> run(sql)));
    }

    @Test
    void aSecondRowWithAUniqueValueIsAConflictThatNamesTheConstraint() {
        insert(1);

        DatabaseException refused = refused("INSERT INTO items (id, name, size) VALUES (2, 'n1', 1)");

        assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refused.failure().kind()).isEqualTo(Kind.UNIQUE);
        assertThat(refused.failure().constraint().orElseThrow()).containsIgnoringCase("items_name_key");
        assertThat(refused).hasMessageContaining("unique").message().doesNotContain("INSERT", "n1");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aReferenceToNothingIsAConflictThatNamesTheTable() {
        DatabaseException refused = refused("INSERT INTO items (id, size, parent) VALUES (2, 1, 99)");

        assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refused.failure().kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(refused.failure().table().orElseThrow()).isEqualToIgnoringCase("items");
        assertThat(refused.failure().column().orElseThrow()).isEqualToIgnoringCase("parent");
    }

    @Test
    void aRowThatIsReferredToCannotGo() {
        run("INSERT INTO parents (id) VALUES (7)");
        run("INSERT INTO items (id, size, parent) VALUES (1, 1, 7)");

        assertThat(refused("DELETE FROM parents").failure().kind()).isEqualTo(Kind.FOREIGN_KEY);
    }

    @Test
    void aMissingValueIsInvalidAndNamesTheColumn() {
        DatabaseException refused = refused("INSERT INTO items (id, size) VALUES (1, NULL)");

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(refused.failure().column().orElseThrow()).isEqualToIgnoringCase("size");
    }

    @Test
    void aBrokenRuleIsInvalidAndNamesIt() {
        DatabaseException refused = refused("INSERT INTO items (id, size) VALUES (1, -1)");

        assertThat(refused.failure().kind()).isEqualTo(Kind.CHECK);
        assertThat(refused.failure().constraint().orElseThrow()).containsIgnoringCase("items_size_check");
    }

    @Test
    void aTextThatIsTooLongIsInvalidAndNotCut() {
        DatabaseException refused = refused("INSERT INTO items (id, name, size) VALUES (1, '12345678901', 1)");

        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refused.failure().kind()).isEqualTo(Kind.TOO_LONG);
    }

    @Test
    void aStatementThatIsWrongIsOursAndShowsNoSql() {
        DatabaseException refused = refused("SELECT secret FROM nowhere");

        assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(refused).message().doesNotContain("secret", "nowhere");
        assertThat(pauses).isEmpty();
    }

    @Test
    void twoThatBlockOneAnotherBothGetThrough() throws Exception {
        insert(1);
        insert(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> forward = threads.submit(() -> addToBoth(1, 2, bothHoldOne, runs));
            Future<?> backward = threads.submit(() -> addToBoth(2, 1, bothHoldOne, runs));
            forward.get(60, TimeUnit.SECONDS);
            backward.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(number("SELECT SUM(size) FROM items")).isEqualTo(6);
        assertThat(runs).hasValueGreaterThan(2);
        assertThat(pauses).isNotEmpty();
    }

    private void addToBoth(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        boolean[] met = new boolean[1];
        db.inTransaction(() -> {
            runs.incrementAndGet();
            run("UPDATE items SET size = size + 1 WHERE id = " + first);
            if (!met[0]) {
                met[0] = true;
                meet(bothHoldOne);
            }
            run("UPDATE items SET size = size + 1 WHERE id = " + second);
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRetryIsNeverMadeInsideOfTheCallersTransaction() {
        AtomicInteger inner = new AtomicInteger();
        AtomicInteger outer = new AtomicInteger();

        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> db.inTransaction(() -> {
                    outer.incrementAndGet();
                    db.inTransaction(() -> {
                        inner.incrementAndGet();
                        throw new SQLException("deadlock", "40001");
                    });
                }));

        assertThat(outer).hasValue(4);
        assertThat(inner).hasValue(4);
        assertThat(pauses).containsExactly(Duration.ofNanos(37_500_000), Duration.ofMillis(75), Duration.ofMillis(150));
    }

    @Test
    void moreCallersThanConnectionsAreToldSoInBoundedTime() {
        DatabaseSettings small = new DatabaseSettings(
                DatabaseSettings.of(newDatabase()).url(),
                Optional.empty(),
                1,
                0,
                Duration.ofMillis(2000),
                Duration.ofSeconds(30),
                false);
        DatabaseUrl url = small.database(Path.of("unused"));
        KernelLog log = KernelLog.to(line -> {});
        try (AgroalDataSource one = Pool.open(url, small, "test", Optional.empty(), log)) {
            Database narrow = new Database(url.kind(), one, Optional.empty(), new Breaker(System::nanoTime), log);
            Db tight = new Db(narrow, new Backoff(pauses::add, () -> 0.5));

            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> tight.useConnection(connection ->
                            tight.useConnection(second -> assertThat(second).isNull())))
                    .withMessageContaining("became free")
                    .extracting(KernelException::code)
                    .isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(narrow.breaker().isOpen()).isFalse();
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void whateverADriverOrTheMapperThrewIsExplainedUnderWhatServersWrapItIn() {
        SQLException twice = catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = database.dataSource().getConnection()) {
                execute(connection, "INSERT INTO items (id, size) VALUES (1, 1)");
                execute(connection, "INSERT INTO items (id, size) VALUES (1, 1)");
            }
        });
        RollbackException withoutCause = new RollbackException("the server says no more");
        withoutCause.addSuppressed(new PersistenceException(twice));

        assertThat(code(new PersistenceException(twice))).contains(ErrorCode.CONFLICT);
        assertThat(code(new IllegalStateException(withoutCause))).contains(ErrorCode.CONFLICT);
        assertThat(code(new RuntimeException(new OptimisticLockException()))).contains(ErrorCode.CONFLICT);
        assertThat(code(new RuntimeException(new ConstraintViolationException(Set.of()))))
                .contains(ErrorCode.INVALID);
        assertThat(code(new IllegalStateException("a bug"))).isEmpty();
    }

    private Optional<ErrorCode> code(Throwable thrown) {
        return db.explained(thrown).map(KernelException::code);
    }
}
