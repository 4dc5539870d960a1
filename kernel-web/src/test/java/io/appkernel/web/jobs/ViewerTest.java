package io.appkernel.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.KernelException;
import io.appkernel.jobs.Job;
import io.appkernel.queue.Priority;
import io.appkernel.queue.QueueState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewerTest {
    private static final Viewer ADMIN = new Viewer(Optional.empty());
    private static final Viewer ADA = new Viewer(Optional.of("ada"));
    private static final String ERROR = "java.sql.SQLException: INSERT INTO secrets failed at db1";

    private static Job job(QueueState state, Optional<String> user) {
        return new Job(
                "j1",
                "report",
                "default",
                state,
                Priority.NORMAL,
                2,
                3,
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                user,
                null,
                Optional.of(ERROR),
                Optional.empty(),
                Map.of());
    }

    @Test
    void usersSeeTheirOwnJobsAndAdminsSeeAll() {
        Job adas = job(QueueState.DEAD, Optional.of("ada"));
        Job bobs = job(QueueState.DEAD, Optional.of("bob"));
        Job nobodys = job(QueueState.DEAD, Optional.empty());
        assertThat(ADA.sees(adas)).isTrue();
        assertThat(ADA.sees(bobs)).isFalse();
        assertThat(ADA.sees(nobodys)).isFalse();
        assertThat(ADMIN.sees(bobs)).isTrue();
        assertThat(ADMIN.sees(nobodys)).isTrue();
    }

    @Test
    void aCallerWithoutAnIdSeesNobodysJobsNeither() {
        assertThat(new Viewer(Optional.of("")).sees(job(QueueState.DONE, Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(QueueState.class)
    void theWordsOfAFailureAreForAdmins(QueueState state) {
        Job adas = job(state, Optional.of("ada"));
        assertThat(ADMIN.show(adas).error()).isEqualTo(ERROR);
        assertThat(ADMIN.show(adas).userId()).isEqualTo("ada");
        assertThat(ADA.show(adas).error()).isNotEmpty().doesNotContain("SQL", "INSERT", "db1");
        assertThat(ADA.show(adas).userId()).isNull();
    }

    @Test
    void aJobThatIsNotOverHasNoEnd() {
        assertThat(ADA.show(job(QueueState.DELAYED, Optional.of("ada"))).finishedAt())
                .isNull();
        assertThat(ADA.show(job(QueueState.DEAD, Optional.of("ada"))).finishedAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void aFilterHoldsForAllThatIsGivenAndNamesTheStatusesThatThereAre() {
        JobQuery query = new JobQuery();
        Job job = job(QueueState.DEAD, Optional.empty());
        assertThat(query.fits(job)).isTrue();
        query.status = "dead";
        query.task = "report";
        assertThat(query.fits(job)).isTrue();
        query.queue = "other";
        assertThat(query.fits(job)).isFalse();
        query.queue = null;
        query.status = "DEAD";
        assertThatThrownBy(() -> query.fits(job))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("waiting, delayed, active, done, dead, cancelled");
    }
}
