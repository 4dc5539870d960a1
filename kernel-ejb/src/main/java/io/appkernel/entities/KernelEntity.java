package io.appkernel.entities;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every entity of the kernel has. The kernel keeps all of it: the id is a UUIDv7 unless one is given before the
 * first save, the times and the version follow each write. Not thread-safe, as entities are.
 */
@MappedSuperclass
public abstract class KernelEntity {
    @Id
    @jakarta.persistence.Column(length = 255, nullable = false)
    private @Nullable String id;

    @jakarta.persistence.Column(nullable = false)
    private @Nullable Instant createdAt;

    @jakarta.persistence.Column(nullable = false)
    private @Nullable Instant updatedAt;

    private @Nullable Instant deletedAt;

    @Version
    @Field(defaultValue = "1")
    private long version;

    /** Null until the first save, unless given. */
    public @Nullable String getId() {
        return id;
    }

    /** Gives a new entity its id; an id is never changed. */
    public void setId(String id) {
        this.id = id;
    }

    /** When the row was made; null before. */
    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    /** When the row was last written. */
    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    /** When it was softly deleted; null while it lives. */
    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }

    /** Counts the writes of the row, from 1; 0 before the first save. */
    public long getVersion() {
        return version;
    }
}
