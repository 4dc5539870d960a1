package io.appkernel.probe.chores;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What a handler leaves behind. */
@Entity
@Table(name = "probe_receipts")
public class Receipt extends KernelEntity {
    @Field(index = true)
    public String name;
}
