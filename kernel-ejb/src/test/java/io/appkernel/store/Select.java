package io.appkernel.store;

import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Every name is a word of SQL. */
@Entity
@Table(name = "select")
class Select extends KernelEntity {
    @Nullable String from;

    @Nullable String where;

    int order;

    @Nullable String group;

    @Nullable String user;

    @Nullable String key;
}
