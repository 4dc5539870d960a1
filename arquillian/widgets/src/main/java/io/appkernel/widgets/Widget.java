package io.appkernel.widgets;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A widget as it is kept. The table and its history follow this class. */
@Entity
@Table(name = "widgets")
public class Widget extends KernelEntity {
    @Column(nullable = false, length = 80)
    String name;

    @Field(defaultValue = "0", check = "[unit_price] >= 0")
    int unitPrice;
}
