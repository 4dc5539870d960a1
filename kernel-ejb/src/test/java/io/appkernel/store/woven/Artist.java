package io.appkernel.store.woven;

import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "artists")
public class Artist extends KernelEntity {
    String name = "";

    @Override
    public String toString() {
        return name;
    }
}
