package io.appkernel.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.schema.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Instances that die in the middle, and instances that start together. */
abstract class CrashContract extends DatabaseContract {
    private static final int ROWS = 200;

    private final int kills = Integer.getInteger("kernel.test.kills", 2);

    private String url = "";

    private void fill() {
        url = freshUrl();
        db = new GivenDatabase(kind(), url, directory);
        db.migrations().apply(MigratingProcess.before());
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            values.append(i == 0 ? "('" : ", ('")
                    .append(i)
                    .append("', 'v")
                    .append(i)
                    .append("', NULL)");
        }
        db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ", " + q("a") + ", " + q("g") + ") VALUES " + values);
        db.run("INSERT INTO " + q("others") + " (" + q("id") + ", " + q("x") + ") VALUES ('1', 'one'), ('2', 'two')");
    }

    /** H2 is closed as soon as nobody uses it, for other processes open it in turn. */
    private String freshUrl() {
        return newDatabase().replace(";DB_CLOSE_DELAY=5", "");
    }

    @Test
    void aKillAtAnyPointIsRepairedByTheNextStart() throws Exception {
        fill();
        Plan plan = db.migrations().plan(MigratingProcess.after());
        assertThat(plan.steps()).hasSizeGreaterThanOrEqualTo(30);
        int statements = plan.steps().size();
        Random random = new Random(Long.getLong("kernel.test.seed", 7));
        for (int kill = 0; kill < kills; kill++) {
            int point = 1 + (kill * statements / kills) + random.nextInt(Math.max(1, statements / kills));
            fill();
            Process victim = MigratingProcess.start(kind(), url, directory, false);
            int[] seen = {0};
            List<String> said = readUntil(
                    victim,
                    line -> line.startsWith("> ") && line.matches("> (ALTER|UPDATE|CREATE).*") && ++seen[0] > point);
            victim.destroyForcibly();
            assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();

            String when = "killed at change " + point + " after " + said.get(said.size() - 1);
            Outcome outcome = db.migrations().apply(MigratingProcess.after());

            assertThat(outcome).as(when).isNotInstanceOf(Outcome.OnlyChecked.class);
            assertComplete(when);
        }
    }

    private void assertComplete(String when) {
        assertThat(db.migrations().plan(MigratingProcess.after()).steps())
                .as(when)
                .isEmpty();
        assertThat(db.rows("SELECT COUNT(*), COUNT(DISTINCT " + q("new_a") + ") FROM " + q("widgets") + " WHERE "
                        + q("new_a") + " = " + q("a") + " AND " + q("new_b") + " = 'none' AND " + q("g")
                        + " = 'it''s'"))
                .as(when)
                .containsExactly(ROWS + "|" + ROWS);
        assertThat(db.rows("SELECT " + q("y") + " FROM " + q("others") + " ORDER BY " + q("id")))
                .as(when)
                .containsExactly("one", "two");
        assertThat(db.migrations().apply(MigratingProcess.after())).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void ofTwoThatStartTogetherOneMigratesAndOneWaits() throws Exception {
        fill();
        String shared = kind() == DatabaseKind.H2 ? url + ";AUTO_SERVER=TRUE" : url;
        Process first = MigratingProcess.start(kind(), shared, directory, true);
        readUntil(first, line -> line.equals("about to migrate"));
        Process second = MigratingProcess.start(kind(), shared, directory, true);
        List<String> waiting = readUntil(second, line -> line.contains("waiting for the migration"));
        assertThat(waiting.get(waiting.size() - 1)).contains("waiting for the migration");

        OutputStream go = first.getOutputStream();
        go.write('\n');
        go.flush();
        List<String> one = readUntil(first, line -> line.startsWith("outcome"));
        List<String> two = readUntil(second, line -> line.startsWith("outcome"));
        assertThat(one.get(one.size() - 1)).isEqualTo("outcome Migrated");
        assertThat(two.get(two.size() - 1)).isEqualTo("outcome Unchanged");
        second.getOutputStream().close();
        go.close();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertComplete("after both");
    }

    /** What the process says up to that line, or up to its end. */
    private static List<String> readUntil(Process process, Predicate<String> last) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (last.test(line)) {
                break;
            }
        }
        return said;
    }
}
