package io.appkernel.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** As other frameworks have them: no version, no times. */
@Entity
class Plain {
    @Id
    @Nullable String code;

    @Nullable String text;
}
