package io.appkernel.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.KernelException;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginTimingTest {
    private static final PasswordSettings REAL = new PasswordSettings(8, 19_456, 2, 1, 1, 100);
    private static final int WARM = 5;
    private static final int TURNS = 25;

    /** Medians over many accounts, asked in turns: what disturbs the machine disturbs all of them. */
    @Test
    void nobodyLearnsFromTheTimeWhetherThereIsAnAccount() {
        try (TestLogin node = new TestLogin(DatabaseKind.H2, TestDatabase.newUrl(DatabaseKind.H2), REAL, true, false)) {
            String hash = node.passwords.hash("a long enough phrase");
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            List<Long> bare = new ArrayList<>();
            List<Long> inactive = new ArrayList<>();
            for (int i = 0; i < WARM + TURNS; i++) {
                node.users.create(NewUser.of("known" + i + "@example.com").withPasswordHash(hash));
                node.users.create(NewUser.of("bare" + i + "@example.com"));
                User off =
                        node.users.create(NewUser.of("off" + i + "@example.com").withPasswordHash(hash));
                node.users.change(off.id(), UserChange.none().withActive(false));
                known.add(nanos(node, "known" + i + "@example.com"));
                unknown.add(nanos(node, "unknown" + i + "@example.com"));
                bare.add(nanos(node, "bare" + i + "@example.com"));
                inactive.add(nanos(node, "off" + i + "@example.com"));
            }
            double usual = median(known);
            assertThat(median(unknown) / usual).as("unknown").isBetween(0.67, 1.5);
            assertThat(median(bare) / usual).as("without a password").isBetween(0.67, 1.5);
            assertThat(median(inactive) / usual).as("inactive").isBetween(0.67, 1.5);
        }
    }

    private static long nanos(TestLogin node, String email) {
        long begin = System.nanoTime();
        try {
            node.login(email, "not that phrase");
            throw new AssertionError("A wrong password got in");
        } catch (KernelException e) {
            return System.nanoTime() - begin;
        }
    }

    private static double median(List<Long> nanos) {
        List<Long> counted = nanos.subList(WARM, nanos.size()).stream().sorted().toList();
        return counted.get(counted.size() / 2);
    }
}
