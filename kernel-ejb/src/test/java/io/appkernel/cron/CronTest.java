package io.appkernel.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of cron through a year, and through both nights in which clocks are changed. */
class CronTest {
    private static final String BERLIN = "Europe/Berlin";
    private static final String HALF_PAST_TWO = "30 2 * * *";

    private static Schedule schedule(String line, String zone, Missed missed) {
        return Schedule.of(line, zone, missed);
    }

    private static Instant at(String local, String offset) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.of(offset));
    }

    /** As a node finds them that looks every minute. */
    private static List<Instant> found(Schedule schedule, Instant from, Instant to) {
        return found(schedule, from, to, Duration.ofMinutes(1));
    }

    private static List<Instant> found(Schedule schedule, Instant from, Instant to, Duration period) {
        List<Instant> all = new ArrayList<>();
        Instant last = from;
        for (Instant now = from; !now.isAfter(to); now = now.plus(period)) {
            List<Instant> due = schedule.due(last, now);
            all.addAll(due);
            last = due.isEmpty() ? last : due.get(due.size() - 1);
        }
        return all;
    }

    private static List<Instant> next(Schedule schedule, Instant from, Instant to) {
        List<Instant> all = new ArrayList<>();
        for (Optional<Instant> next = schedule.next(from);
                next.isPresent() && !next.get().isAfter(to);
                next = schedule.next(next.get())) {
            all.add(next.get());
        }
        return all;
    }

    /** Each time of the wall's clock that fits comes when the clock shows it, or a later one, for the first time. */
    private static List<Instant> naive(Predicate<LocalDateTime> fits, ZoneId zone, Instant from, Instant to) {
        TreeSet<Instant> all = new TreeSet<>();
        Instant start = from.minus(Duration.ofDays(1));
        LocalDateTime highest = start.atZone(zone).toLocalDateTime();
        for (Instant now = start; !now.isAfter(to); now = now.plusSeconds(60)) {
            for (LocalDateTime shown = now.atZone(zone).toLocalDateTime(); highest.isBefore(shown); ) {
                highest = highest.plusMinutes(1);
                if (fits.test(highest) && now.isAfter(from)) {
                    all.add(now);
                }
            }
        }
        return List.copyOf(all);
    }

    @ParameterizedTest
    @EnumSource(Missed.class)
    void inAutumnATimeThatComesTwiceIsAMomentOnce(Missed missed) {
        Schedule schedule = schedule(HALF_PAST_TWO, BERLIN, missed);
        assertThat(found(schedule, at("2026-10-24T12:00", "+02:00"), at("2026-10-26T12:00", "+01:00")))
                .containsExactly(at("2026-10-25T02:30", "+02:00"), at("2026-10-26T02:30", "+01:00"));
    }

    @ParameterizedTest
    @EnumSource(Missed.class)
    void inSpringATimeThatIsLeftOutComesWhenTheClockIsPutForward(Missed missed) {
        Schedule schedule = schedule(HALF_PAST_TWO, BERLIN, missed);
        assertThat(found(schedule, at("2026-03-28T12:00", "+01:00"), at("2026-03-30T12:00", "+02:00")))
                .containsExactly(at("2026-03-29T03:00", "+02:00"), at("2026-03-30T02:30", "+02:00"));
    }

    @Test
    void severalTimesThatAreLeftOutAreOneMoment() {
        Schedule schedule = schedule("0,15,30,45 2,3 * * *", BERLIN, Missed.ALL);
        assertThat(found(schedule, at("2026-03-29T00:00", "+01:00"), at("2026-03-29T03:20", "+02:00")))
                .containsExactly(at("2026-03-29T03:00", "+02:00"), at("2026-03-29T03:15", "+02:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T00:00:00Z",
        "Europe/Berlin, 2026-10-24T00:00:00Z",
        "America/New_York, 2026-03-07T00:00:00Z",
        "America/New_York, 2026-10-31T00:00:00Z",
        "Australia/Lord_Howe, 2026-04-03T00:00:00Z",
        "Australia/Lord_Howe, 2026-10-02T00:00:00Z",
        "America/Santiago, 2026-04-04T00:00:00Z",
        "America/Santiago, 2026-09-05T00:00:00Z",
        "Asia/Kathmandu, 2026-05-01T00:00:00Z",
        "UTC, 2026-03-28T00:00:00Z"
    })
    void linesThatNameHoursFollowTheClockOnTheWall(String zone, Instant from) {
        Instant to = from.plus(Duration.ofDays(2));
        Duration often = Duration.ofMinutes(15);
        ZoneId id = ZoneId.of(zone);
        for (int hour = 0; hour < 4; hour++) {
            int one = hour;
            String at = hour + " * * *";
            List<Instant> quarters = naive(t -> t.getHour() == one && t.getMinute() % 15 == 0, id, from, to);
            List<Instant> half = naive(t -> t.getHour() == one && t.getMinute() == 30, id, from, to);
            for (Missed missed : List.of(Missed.ONCE, Missed.ALL)) {
                assertThat(found(schedule("*/15 " + at, zone, missed), from, to, often))
                        .as("%s", hour)
                        .isEqualTo(quarters);
                assertThat(found(schedule("30 " + at, zone, missed), from, to, often))
                        .isEqualTo(half);
            }
            assertThat(next(schedule("*/15 " + at, zone, Missed.ONCE), from, to))
                    .isEqualTo(quarters);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z"})
    void linesForEveryHourGoOnThroughBothNights(Instant from) {
        Instant to = from.plus(Duration.ofHours(4));
        List<Instant> quarters = new ArrayList<>();
        for (Instant moment = from.plusSeconds(900); !moment.isAfter(to); moment = moment.plusSeconds(900)) {
            quarters.add(moment);
        }
        for (Missed missed : Missed.values()) {
            assertThat(found(schedule("*/15 * * * *", BERLIN, missed), from, to))
                    .as("%s", missed)
                    .isEqualTo(quarters);
        }
        assertThat(next(schedule("*/15 * * * *", BERLIN, Missed.ONCE), from, to))
                .isEqualTo(quarters);
    }

    @Test
    void zonesSayWhenADayBegins() {
        Instant noon = Instant.parse("2026-06-15T12:00:00Z");
        assertThat(schedule("0 0 * * *", "UTC", Missed.ONCE).next(noon))
                .contains(Instant.parse("2026-06-16T00:00:00Z"));
        assertThat(schedule("0 0 * * *", "Asia/Tokyo", Missed.ONCE).next(noon))
                .contains(Instant.parse("2026-06-15T15:00:00Z"));
        assertThat(schedule("0 0 16 * *", "America/New_York", Missed.ONCE).next(noon))
                .contains(Instant.parse("2026-06-16T04:00:00Z"));
        assertThat(schedule("0 9 * * 1", BERLIN, Missed.ONCE).next(noon))
                .contains(Instant.parse("2026-06-22T07:00:00Z"));
    }

    @Test
    void whatWasMissedIsSkippedMadeUpForOnceOrEachTime() {
        Instant last = Instant.parse("2026-06-15T00:00:00Z");
        Instant now = Instant.parse("2026-06-15T10:20:00Z");
        assertThat(schedule("0 * * * *", "UTC", Missed.SKIP).due(last, now)).isEmpty();
        assertThat(schedule("0 * * * *", "UTC", Missed.ONCE).due(last, now))
                .containsExactly(Instant.parse("2026-06-15T10:00:00Z"));
        assertThat(schedule("0 * * * *", "UTC", Missed.ALL).due(last, now))
                .hasSize(10)
                .startsWith(Instant.parse("2026-06-15T01:00:00Z"))
                .endsWith(Instant.parse("2026-06-15T10:00:00Z"))
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Missed.class)
    void aMomentIsDueFromItsOwnSecondOnAndNotBefore(Missed missed) {
        Instant moment = Instant.parse("2026-06-15T10:00:00Z");
        Schedule schedule = schedule("0 10 * * *", "UTC", missed);
        Instant last = moment.minus(Duration.ofDays(1));
        assertThat(schedule.due(last, moment.minusMillis(1))).isEmpty();
        assertThat(schedule.due(last, moment)).containsExactly(moment);
        assertThat(schedule.due(last, moment.plusMillis(700))).containsExactly(moment);
        assertThat(schedule.due(moment, moment.plusMillis(700))).isEmpty();
    }

    @Test
    void ofAllThatWasMissedTheLastThousandAreMadeUpFor() {
        Instant last = Instant.parse("2026-06-15T00:00:00Z");
        List<Instant> due = schedule("* * * * *", "UTC", Missed.ALL).due(last, last.plus(Duration.ofDays(2)));
        assertThat(due).hasSize(Schedule.MOST_MADE_UP).endsWith(last.plus(Duration.ofDays(2)));
    }

    @Test
    void aDayThatNeverComesHasNoMoment() {
        assertThat(schedule("0 0 31 2 *", "UTC", Missed.ONCE).due(Instant.EPOCH, Instant.parse("2026-06-15T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void linesAndZonesThatCannotBeReadAreRefusedWithAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule("every day", "UTC", Missed.ONCE))
                .withMessageContaining("five fields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule("61 * * * *", "UTC", Missed.ONCE))
                .withMessageContaining("61 * * * *");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule("0 * * * *", "Europe/Nowhere", Missed.ONCE))
                .withMessageContaining("Europe/Nowhere");
    }
}
