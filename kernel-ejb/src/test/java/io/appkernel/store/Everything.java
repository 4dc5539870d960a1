package io.appkernel.store;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One field of each type there is. */
@Entity
@Table(name = "everything")
class Everything extends KernelEntity {
    enum Mood {
        CALM,
        WILD
    }

    record Point(int x, int y) {}

    @Embeddable
    static class Place {
        @Nullable String streetName;

        int houseNumber;
    }

    @Nullable String text;

    @Lob
    @Nullable String longText;

    char letter = ' ';
    boolean yes;
    byte tiny;
    short small;
    int number;
    long big;
    float rough;
    double fine;

    @Nullable Boolean maybe;

    @Nullable Integer count;

    @Nullable Long total;

    @Nullable Double ratio;

    @Column(precision = 30, scale = 10)
    @Nullable BigDecimal exact;

    @Nullable BigInteger huge;

    @Nullable Instant instant;

    @Nullable OffsetDateTime offset;

    @Nullable LocalDate date;

    @Nullable LocalTime time;

    @Nullable LocalDateTime dateTime;

    @Nullable Duration duration;

    @Nullable UUID uuid;

    byte @Nullable [] bytes;

    @Nullable Mood mood;

    @Nullable List<String> tags;

    @Nullable Map<String, Integer> scores;

    @Nullable Set<Mood> moods;

    @Nullable Point point;

    @Nullable Place place = new Place();

    @ManyToOne
    @Nullable Maker maker;

    @Entity
    @Table(name = "makers")
    static class Maker extends KernelEntity {
        @Field(unique = true)
        @Nullable String name;
    }
}
