package io.appkernel.store;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "widgets")
class Widget extends KernelEntity {
    @Column(nullable = false)
    String name = "";

    @Field(defaultValue = "0", check = "[price] >= 0")
    int price;

    @Field(index = true)
    @Nullable String workspaceId;

    @Nullable String colour;

    @Nullable List<String> tags;

    static Widget named(String name, int price) {
        Widget widget = new Widget();
        widget.name = name;
        widget.price = price;
        return widget;
    }
}
