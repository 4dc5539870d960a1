package io.appkernel.bench.data;

import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The item as the kernel keeps it. */
@Entity
@Table(name = "kernel_item")
public class KernelItem extends KernelEntity {
    String name = "";
    int price;
    String note = "";
}
