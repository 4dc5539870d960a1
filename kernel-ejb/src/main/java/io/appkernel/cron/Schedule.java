package io.appkernel.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When something recurs. Immutable. */
public final class Schedule {
    private final ExecutionTime times;
    private final ZoneId zone;
    private final Missed missed;

    /** No more of those that were missed are made up for. */
    static final int MOST_MADE_UP = 1000;

    private Schedule(ExecutionTime times, ZoneId zone, Missed missed) {
        this.times = times;
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
            return new Schedule(ExecutionTime.forCron(parser.parse(line).validate()), ZoneId.of(zone), missed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time zone \"" + zone + "\" is not known", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the line \"" + line + "\" must have five fields, such as 0 3 * * *: " + e.getMessage(), e);
        }
    }

    /** The first moment after this one. */
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(ZonedDateTime.ofInstant(after, zone)).map(ZonedDateTime::toInstant);
    }

    /** The moments after {@code last} and not after {@code now} that get a job. */
    public List<Instant> due(Instant last, Instant now) {
        if (missed != Missed.ALL) {
            Optional<Instant> latest = times.lastExecution(ZonedDateTime.ofInstant(now.plusMillis(1), zone))
                    .map(ZonedDateTime::toInstant)
                    .filter(moment -> moment.isAfter(last));
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
