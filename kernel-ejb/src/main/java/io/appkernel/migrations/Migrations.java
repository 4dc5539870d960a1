package io.appkernel.migrations;

import io.appkernel.db.Database;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.schema.Plan;
import io.appkernel.schema.Planner;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.schema.Table;
import io.appkernel.settings.NodeSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of the application's database: what it should become, what became of it. To inject. Thread-safe; not for
 * calls inside a transaction.
 */
public final class Migrations {
    /** Liquibase's name differs in case from database to database. */
    private static final Set<String> IGNORED = Set.of(
            MigrationRecords.NAME,
            "kernel_lock",
            "DATABASECHANGELOG",
            "DATABASECHANGELOGLOCK",
            "databasechangelog",
            "databasechangeloglock");

    /** What it says stays in the log, as the cause. */
    private static final String REFUSED =
            "The database refused to read or change its schema; the log says why. Nothing is lost: the next start goes"
                    + " on where this one stopped";

    private static final String NO_TURN =
            "The database broke off the turn; the log says why. Look whether the change was made before you try again.";

    private final Database database;
    private final SchemaSettings settings;
    private final NodeSettings node;
    private final Clock clock;
    private final KernelLog log;
    private final List<BeforeMigration> hooks;
    private final Planner planner;
    private final MigrationRecords records;
    private final MigrationFiles files;

    public Migrations(
            Database database,
            SchemaSettings settings,
            NodeSettings node,
            Clock clock,
            KernelLog log,
            Json json,
            List<BeforeMigration> hooks) {
        this.database = database;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
        this.log = log;
        this.hooks = List.copyOf(hooks);
        this.planner = new Planner(database);
        this.records = new MigrationRecords(database, json);
        this.files = new MigrationFiles(settings.directory(node.dataDir()));
    }

    /**
     * Makes the live schema the wanted one, unless it is already; waits for another instance that is at it.
     *
     * @param wanted all tables of the deployment, always in the same order
     * @throws KernelException naming every row that stands in the way; then nothing has changed
     */
    public Outcome apply(List<Table> wanted) {
        String hash = Fingerprint.of(wanted, settings.allowColumnDeletion());
        return with(connection -> {
            if (records.isCurrent(connection, hash)) {
                return new Outcome.Unchanged();
            }
            if (!settings.migrationEnabled()) {
                return check(connection, wanted);
            }
            try (SchemaLock.Held held = SchemaLock.of(database, Turn.SCHEMA).take(() -> sayWaiting(connection))) {
                if (records.isCurrent(connection, hash)) {
                    return new Outcome.Unchanged();
                }
                return new Outcome.Migrated(migrate(connection, wanted, hash));
            }
        });
    }

    /**
     * Does something while no other instance that shares the database migrates or does such a thing; waits for its turn,
     * however long. The turn ends with the process, too.
     */
    public void alone(Runnable work) {
        try (SchemaLock.Held held = SchemaLock.of(database, Turn.SCHEMA)
                .take(() -> log.info("schema: waiting for another instance to be done with its start"))) {
            work.run();
        } catch (SQLException e) {
            throw new KernelException(ErrorCode.UNAVAILABLE, REFUSED, List.of(), e);
        }
    }

    /**
     * Does something while no other instance does what belongs to the same turn, whatever else is going on.
     *
     * @param patience how long it waits, in whole seconds
     * @throws KernelException unavailable, when the turn did not come
     */
    public void alone(Turn turn, Duration patience, Runnable work) {
        try (SchemaLock.Held held = SchemaLock.of(database, turn)
                .take((int) patience.toSeconds(), () -> {})
                .orElseThrow(TurnTakenException::new)) {
            work.run();
        } catch (SQLException e) {
            throw new KernelException(ErrorCode.UNAVAILABLE, NO_TURN, List.of(), e);
        }
    }

    /** What {@link #apply} would do, and how the live schema differs from what the classes explain. */
    public Plan plan(List<Table> wanted) {
        return with(connection -> planner.plan(connection, wanted, wishes(connection)));
    }

    /** Every migration, newest first. */
    public List<Migration> list() {
        return with(records::all);
    }

    /** The newest migration to a schema of this hash, or of one that begins like it. */
    public Optional<Migration> get(String hash) {
        return with(connection -> records.newest(connection, hash));
    }

    /** Copies values of renamed columns to where they are missing, or counts them; of these tables. */
    public List<Backfill> backfill(List<Table> wanted, boolean confirm) {
        return with(connection -> {
            List<Backfill> all = new ArrayList<>();
            for (Plan.Step copy : planner.copies(connection, wanted)) {
                all.add(backfill(connection, copy, confirm));
            }
            return all;
        });
    }

    private Backfill backfill(Connection connection, Plan.Step copy, boolean confirm) throws SQLException {
        String column = Objects.requireNonNull(copy.column());
        String from = Objects.requireNonNull(copy.from());
        String count = "SELECT COUNT(*) FROM " + quoted(copy.table()) + " WHERE " + quoted(column) + " IS NULL AND "
                + quoted(from) + " IS NOT NULL";
        try (Statement statement = connection.createStatement()) {
            if (confirm) {
                long rows = statement.executeUpdate(copy.sql().get(0));
                log.info("schema: " + copy + ", " + rows + " rows, on demand");
                return new Backfill(copy.table(), column, from, rows);
            }
            try (ResultSet rows = statement.executeQuery(count)) {
                rows.next();
                return new Backfill(copy.table(), column, from, rows.getLong(1));
            }
        }
    }

    private String quoted(String name) {
        return database.dialect().quote(name);
    }

    private Outcome check(Connection connection, List<Table> wanted) throws SQLException {
        Plan plan = planner.plan(connection, wanted, wishes(connection));
        if (!plan.steps().isEmpty()) {
            log.warn("schema: the database lacks " + plan.steps().size() + " changes and migrations are switched off;"
                    + " set kernel.schema.migration-enabled=true or make them by hand: " + plan.steps());
        }
        return new Outcome.OnlyChecked(plan);
    }

    private Migration migrate(Connection connection, List<Table> wanted, String hash) throws SQLException {
        MigrationRun run = new MigrationRun(log);
        for (Plan.Step step : planner.plan(connection, List.of(MigrationRecords.TABLE), Planner.Wishes.none())
                .steps()) {
            for (String sql : step.sql()) {
                SchemaLock.run(connection, sql);
            }
        }
        Plan plan = planner.plan(connection, wanted, wishes(connection));
        refuse(plan);
        if (!plan.steps().isEmpty()) {
            hooks.forEach(hook -> hook.before(plan));
        }
        Migration migration = begin(connection, plan, hash);
        try {
            run.run(connection, plan);
        } catch (SQLException | RuntimeException e) {
            try {
                end(connection, migration.ended(Migration.Status.FAILED, clock.instant()));
            } catch (SQLException | RuntimeException unrecorded) {
                e.addSuppressed(unrecorded);
            }
            throw e;
        }
        return end(connection, migration.ended(Migration.Status.DONE, clock.instant()));
    }

    private static void refuse(Plan plan) {
        if (!plan.obstacles().isEmpty()) {
            throw new KernelException(
                    ErrorCode.CONFLICT,
                    "The database cannot follow the classes, and nothing was changed:\n  "
                            + plan.obstacles().stream()
                                    .map(Plan.Obstacle::toString)
                                    .collect(Collectors.joining("\n  ")));
        }
    }

    private Migration begin(Connection connection, Plan plan, String hash) throws SQLException {
        var now = clock.instant();
        String file = MigrationFiles.name(now, hash);
        String sql = MigrationScript.of(file, plan);
        Migration migration = new Migration(
                records.nextId(connection),
                hash,
                Migration.Status.RUNNING,
                now,
                null,
                0,
                node.version(),
                node.name(),
                file,
                plan.steps(),
                sql);
        files.write(file + ".sql", sql);
        files.write(file + ".json", records.json(migration));
        records.insert(connection, migration);
        log.info(
                "schema: " + plan.steps().size() + " changes to come, recorded in " + file, "hash", hash, "file", file);
        return migration;
    }

    private Migration end(Connection connection, Migration migration) throws SQLException {
        records.end(connection, migration);
        files.write(migration.file() + ".json", records.json(migration));
        log.info(
                "schema: migration " + migration.id() + " is "
                        + migration.status().name().toLowerCase(java.util.Locale.ROOT) + " after "
                        + migration.durationMs() + " ms",
                "duration_ms",
                migration.durationMs());
        return migration;
    }

    private Planner.Wishes wishes(Connection connection) throws SQLException {
        Set<Planner.Copy> unfinished = records.unfinished(connection).stream()
                .flatMap(broken -> broken.operations().stream())
                .flatMap(step -> step.from() == null || step.column() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(new Planner.Copy(step.table(), step.column(), step.from())))
                .collect(Collectors.toSet());
        return new Planner.Wishes(settings.allowColumnDeletion(), ownTables(connection), IGNORED, unfinished);
    }

    /** Only what the kernel made may it drop. */
    private Set<String> ownTables(Connection connection) throws SQLException {
        if (!settings.allowColumnDeletion()) {
            return Set.of();
        }
        return records.all(connection).stream()
                .flatMap(migration -> migration.operations().stream())
                .filter(step -> step.operation().equals("create table"))
                .map(Plan.Step::table)
                .collect(Collectors.toSet());
    }

    private void sayWaiting(Connection connection) {
        try {
            String whom = records.unfinished(connection).stream()
                    .findFirst()
                    .map(other -> other.node() + ", which began at " + other.startedAt())
                    .orElse("another instance");
            log.info("schema: waiting for the migration of " + whom);
        } catch (SQLException e) {
            log.info("schema: waiting for the migration of another instance");
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(true);
            int patience = connection.getNetworkTimeout();
            // A large table may be rewritten in silence for longer than any request may wait.
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                return work.on(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, patience);
            }
        } catch (SQLException e) {
            throw new KernelException(ErrorCode.UNAVAILABLE, REFUSED, List.of(), e);
        }
    }
}
