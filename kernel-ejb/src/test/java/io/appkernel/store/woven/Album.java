package io.appkernel.store.woven;

import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "albums")
public class Album extends KernelEntity {
    String title = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable Artist artist;

    @Override
    public String toString() {
        return title + " by " + artist;
    }
}
