package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.appkernel.breaker.Breaker;
import io.appkernel.databases.StoppableServer;
import io.appkernel.errors.ErrorCode;
import io.appkernel.log.KernelLog;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server goes away under the application and comes back, and nobody restarts the application. */
abstract class OutageContract {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Database database;
    private Db db;
    private boolean stopped;

    abstract StoppableServer server();

    @BeforeEach
    void open() {
        DatabaseSettings settings = DatabaseSettings.of(server().newDatabase());
        DatabaseUrl url = settings.database(Path.of("unused"));
        KernelLog log = KernelLog.to(lines::add);
        AgroalDataSource pool = Pool.open(url, settings, "test", Optional.empty(), log);
        database = new Database(url.kind(), pool, Optional.empty(), new Breaker(nanos::get), log);
        db = new Db(database, new Backoff(pause -> {}, () -> 0));
    }

    @AfterEach
    void close() {
        if (stopped) {
            server().start();
        }
        database.close();
    }

    private void stop() {
        server().stop();
        stopped = true;
    }

    private void start() {
        server().start();
        stopped = false;
    }

    private int one() {
        return db.inTransaction(() -> db.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT 1")) {
                result.next();
                return result.getInt(1);
            }
        }));
    }

    private DatabaseException refused() {
        long start = System.nanoTime();
        DatabaseException refused = catchThrowableOfType(DatabaseException.class, this::one);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        return refused;
    }

    @Test
    void callsFailInBoundedTimeThenAtOnceAndRecoverByThemselves() {
        assertThat(one()).isEqualTo(1);
        stop();

        DatabaseException first = refused();
        assertThat(first.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(first.retryAfter()).isPresent();
        for (int i = 0; i < Breaker.FAILURES && !database.breaker().isOpen(); i++) {
            refused();
        }
        assertThat(database.breaker().isOpen()).isTrue();
        assertThat(lines).filteredOn(line -> line.contains("turned away")).hasSize(1);
        assertThat(refused()).hasMessageContaining("for a while");

        start();
        assertThat(refused()).as("the breaker is open still").hasMessageContaining("for a while");
        nanos.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(one()).isEqualTo(1);
        assertThat(database.breaker().isOpen()).isFalse();
    }

    @Test
    void aServerThatWasRestartedBetweenTwoCallsIsNotNoticed() {
        assertThat(one()).isEqualTo(1);
        stop();
        start();

        assertThat(one()).isEqualTo(1);
        assertThat(database.breaker().isOpen()).isFalse();
    }

    @Test
    void aTransactionThatLosesItsConnectionIsDoneAgain() {
        AtomicInteger runs = new AtomicInteger();

        int answer = db.inTransaction(() -> {
            int before = one();
            if (runs.incrementAndGet() == 1) {
                stop();
                start();
            }
            return before + one();
        });

        assertThat(answer).isEqualTo(2);
        assertThat(runs).hasValue(2);
    }

    @Test
    void aConnectionThatBreaksInTheCommitIsNotTriedAgain() {
        AtomicInteger runs = new AtomicInteger();

        DatabaseException broken = catchThrowableOfType(
                DatabaseException.class,
                () -> db.inTransaction(() -> {
                    runs.incrementAndGet();
                    one();
                    stop();
                    start();
                }));

        assertThat(broken).hasMessageContaining("look whether the change was made");
        assertThat(broken.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(runs).hasValue(1);
    }

    @Test
    void thePoolOpensWhileTheServerIsAwayAndReadinessSaysSo() {
        String url = server().newDatabase();
        stop();
        DatabaseSettings settings = DatabaseSettings.of(url);
        DatabaseUrl parsed = settings.database(Path.of("unused"));
        KernelLog log = KernelLog.to(lines::add);
        AgroalDataSource pool = Pool.open(parsed, settings, "test", Optional.empty(), log);
        Database late = new Database(parsed.kind(), pool, Optional.empty(), new Breaker(nanos::get), log);
        try {
            assertThat(catchThrowableOfType(
                                    DatabaseException.class,
                                    () -> new Db(late, new Backoff(pause -> {}, () -> 0))
                                            .useConnection(connection -> {}))
                            .code())
                    .isEqualTo(ErrorCode.UNAVAILABLE);
            start();
            new Db(late)
                    .useConnection(
                            connection -> assertThat(connection.isValid(1)).isTrue());
        } finally {
            late.close();
        }
    }
}
