package io.appkernel.migrations;

import static io.appkernel.migrations.Tables.table;
import static io.appkernel.migrations.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.schema.Plan;
import io.appkernel.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a start costs and leaves behind. */
abstract class StartContract extends DatabaseContract {
    private static final Table WIDGETS = table("widgets", text("name"));

    @Test
    void aSecondStartCostsOneQuery() {
        db.migrations().apply(List.of(WIDGETS));
        Migrations second = db.migrations();
        db.statements.clear();

        assertThat(second.apply(List.of(WIDGETS))).isInstanceOf(Outcome.Unchanged.class);

        assertThat(db.statements).hasSize(1);
    }

    @Test
    void aMigrationLeavesARecordAndTwoFiles() throws IOException {
        Outcome outcome = db.migrations().apply(List.of(WIDGETS));

        Migration made = ((Outcome.Migrated) outcome).migration();
        assertThat(made.status()).isEqualTo(Migration.Status.DONE);
        assertThat(made.appVersion()).isEqualTo("1.2.3");
        assertThat(db.migrations().list()).containsExactly(made);
        assertThat(db.migrations().get(made.hash().substring(0, 8))).contains(made);
        try (Stream<java.nio.file.Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(made.file() + ".sql", made.file() + ".json")
                    .allMatch(name -> name.matches("\\d{8}_\\d{6}_[0-9a-f]{8}\\.(sql|json)"));
        }
        assertThat(Files.readString(directory.resolve(made.file() + ".sql"))).contains("CREATE TABLE");
        assertThat(Files.readString(directory.resolve(made.file() + ".json"))).contains("\"status\" : \"DONE\"");
    }

    @Test
    void aTurnDoesNotWaitForAMigrationAndNotForEverForItsOwnKind() {
        Migrations one = db.migrations();
        Migrations other = db.migrations();
        List<String> done = new ArrayList<>();
        one.alone(() -> other.alone(Turn.ACCOUNTS, Duration.ZERO, () -> {
            done.add("beside a migration");
            assertThatThrownBy(() -> one.alone(Turn.ACCOUNTS, Duration.ofSeconds(1), () -> done.add("never")))
                    .isInstanceOfSatisfying(KernelException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                        assertThat(e.retryAfter()).isPresent();
                    })
                    .hasMessageContaining("try again soon");
        }));
        one.alone(Turn.ACCOUNTS, Duration.ZERO, () -> done.add("after it"));

        assertThat(done).containsExactly("beside a migration", "after it");
    }

    @Test
    void theLogSaysWhatChanges() {
        db.migrations().apply(List.of(WIDGETS));

        assertThat(String.join("\n", db.lines)).contains("1 changes to come").contains("1/1 create table widgets");
    }

    @Test
    void switchedOffItOnlySaysWhatIsMissing() {
        Outcome outcome = db.migrations(false, false).apply(List.of(WIDGETS));

        assertThat(((Outcome.OnlyChecked) outcome).plan().steps()).hasSize(1);
        assertThat(String.join("\n", db.lines)).contains("WARN").contains("create table widgets");
        assertThat(db.migrations().plan(List.of(WIDGETS)).steps()).hasSize(1);
    }

    @Test
    void aDryRunSaysAllAndChangesNothing() {
        db.run("CREATE TABLE " + q("old") + " (" + q("id") + " integer)");
        Plan changes = db.migrations().plan(List.of(WIDGETS));

        assertThat(Rehearsal.status(changes)).isEqualTo(Rehearsal.CHANGES);
        assertThat(Rehearsal.text(changes))
                .contains("would make 1 changes", "create table widgets", "CREATE TABLE", "knows it any more:\n  old");
        assertThat(Rehearsal.refusal(changes))
                .hasMessageContaining("create table widgets")
                .hasMessageContaining("kernel.schema.dry-run");
        assertThat(db.migrations().list()).isEmpty();

        db.migrations().apply(List.of(WIDGETS));
        Plan nothing = db.migrations().plan(List.of(WIDGETS));
        assertThat(Rehearsal.status(nothing)).isEqualTo(Rehearsal.NOTHING_TO_DO);
        assertThat(Rehearsal.text(nothing)).contains("nothing to do").doesNotContain("Changes:");

        db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ") VALUES ('a')");
        Plan stopped =
                db.migrations().plan(List.of(table("widgets", text("name").notNull())));
        assertThat(Rehearsal.status(stopped)).isEqualTo(Rehearsal.OBSTACLES);
        assertThat(Rehearsal.text(stopped)).contains("What stands in the way:\n  widgets.name");
    }

    @Test
    void whatHappensBeforeAMigrationMayStopIt() {
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> db.migrations(true, false, plan -> {
                            seen.add(plan.steps().toString());
                            throw new IllegalStateException("no backup");
                        })
                        .apply(List.of(WIDGETS)))
                .hasMessage("no backup");

        assertThat(seen).containsExactly("[create table widgets]");
        assertThat(db.migrations().plan(List.of(WIDGETS)).steps()).hasSize(1);
    }

    @Test
    void aMigrationThatBrokeIsFinishedByTheNextStart() {
        db.migrations().apply(List.of(WIDGETS));
        db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ", " + q("name") + ") VALUES ('a', 'one')");
        Table renamed = table("widgets", text("title").renamedFrom("name"));
        Migration made = ((Outcome.Migrated) db.migrations().apply(List.of(renamed))).migration();
        db.run("UPDATE " + q("kernel_migrations") + " SET " + q("status") + " = 'running' WHERE " + q("id") + " = "
                + made.id());
        db.run("UPDATE " + q("widgets") + " SET " + q("title") + " = NULL");

        db.evolve(renamed);

        assertThat(db.rows("SELECT " + q("title") + " FROM " + q("widgets"))).containsExactly("one");
        assertThat(db.migrations().list())
                .extracting(Migration::status)
                .containsExactly(Migration.Status.DONE, Migration.Status.SUPERSEDED, Migration.Status.DONE);
    }
}
