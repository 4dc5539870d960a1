package io.appkernel.store;

import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with constraints. */
@Entity
@Table(name = "badges")
class Badge extends KernelEntity {
    @NotBlank @Nullable String fullName;

    @Size(max = 2) @Nullable List<@Size(max = 5) String> tags;

    @Valid @Nullable Door door;

    /** Constraints on what the kernel fills in hold, too. */
    @Override
    @NotNull public Instant getCreatedAt() {
        return super.getCreatedAt();
    }

    @Embeddable
    static class Door {
        @Positive @Nullable Integer number;
    }
}
