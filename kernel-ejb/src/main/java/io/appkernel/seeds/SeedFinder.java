package io.appkernel.seeds;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the seeds of every archive. Public because the service loader creates it. */
public final class SeedFinder implements Finder {
    private final List<Reference<Seed>> found = new ArrayList<>();

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(Seed.class)) {
            found.add(new Reference<>(event.getBean(), Seed.class));
        }
    }

    /** In an order that does not depend on the server's scan. */
    List<Reference<Seed>> found() {
        return found.stream()
                .sorted(Comparator.comparing(seed -> seed.bean().getBeanClass().getName()))
                .toList();
    }
}
