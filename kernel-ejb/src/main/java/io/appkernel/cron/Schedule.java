package io.appkernel.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something recurs. Immutable.
 *
 * <p>A line that names hours, such as {@code 30 2 * * *}, follows the clock on the wall. Where that is put back, a time that
 * it shows twice is a moment the first time only. Where it is put forward, the times that it leaves out are one moment,
 * that of the change. A line for every hour, with {@code *} in its second field, goes on through both.
 */
public final class Schedule {
    private final ExecutionTime times;
    private final boolean everyHour;
    private final ZoneId zone;
    private final Missed missed;

    private static final Pattern FOR_EVERY_HOUR = Pattern.compile("\\s*\\S+\\s+\\*\\s.*");

    /** No more of those that were missed are made up for. */
    static final int MOST_MADE_UP = 1000;

    private Schedule(ExecutionTime times, boolean everyHour, ZoneId zone, Missed missed) {
        this.times = times;
        this.everyHour = everyHour;
        this.zone = zone;
        this.missed = missed;
    }

    /**
     * Reads a line of five fields: minute, hour, day of month, month, day of week.
     *
     * @throws IllegalArgumentException when the line or the zone cannot be read
     */
    public static Schedule of(String line, String zone, Missed missed) {
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            ExecutionTime times = ExecutionTime.forCron(parser.parse(line).validate());
            return new Schedule(times, FOR_EVERY_HOUR.matcher(line).matches(), ZoneId.of(zone), missed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time zone \"" + zone + "\" is not known", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the line \"" + line + "\" must have five fields, such as 0 3 * * *: " + e.getMessage(), e);
        }
    }

    /** The first moment after this one. */
    public Optional<Instant> next(Instant after) {
        if (everyHour) {
            return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
        }
        LocalDateTime shown = after.atZone(zone).toLocalDateTime();
        Optional<LocalDateTime> time = shownAfter(shown);
        while (time.isPresent() && !moment(time.get()).isAfter(after)) {
            time = shownAfter(time.get());
        }
        return time.map(this::moment);
    }

    /** The last moment that is not after this one. */
    private Optional<Instant> latest(Instant now) {
        Instant after = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        if (everyHour) {
            return times.lastExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
        }
        LocalDateTime shown = after.atZone(zone).toLocalDateTime();
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        // After it was put back, a clock has shown later times already.
        boolean again = change != null && !after.isBefore(change.getInstant());
        Optional<LocalDateTime> time = shownBefore(again ? change.getDateTimeBefore() : shown);
        while (time.isPresent() && moment(time.get()).isAfter(now)) {
            time = shownBefore(time.get());
        }
        return time.map(this::moment);
    }

    /** When the clock shows this time, or a later one, for the first time. */
    private Instant moment(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /** In a zone whose clocks nobody changes. */
    private Optional<LocalDateTime> shownAfter(LocalDateTime time) {
        return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<LocalDateTime> shownBefore(LocalDateTime time) {
        return times.lastExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /** The moments after {@code last} and not after {@code now} that get a job. */
    public List<Instant> due(Instant last, Instant now) {
        if (missed != Missed.ALL) {
            Optional<Instant> latest = latest(now).filter(moment -> moment.isAfter(last));
            return latest.filter(moment ->
                            missed == Missed.ONCE || moment.plusSeconds(30).isAfter(now))
                    .map(List::of)
                    .orElse(List.of());
        }
        List<Instant> due = new ArrayList<>();
        for (Optional<Instant> moment = next(last);
                moment.isPresent() && !moment.get().isAfter(now);
                moment = next(moment.get())) {
            due.add(moment.get());
            if (due.size() > MOST_MADE_UP) {
                due.remove(0);
            }
        }
        return due;
    }
}
