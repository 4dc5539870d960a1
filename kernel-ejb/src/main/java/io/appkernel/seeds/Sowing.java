package io.appkernel.seeds;

import io.appkernel.db.Db;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.plugin.Reference;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.List;

/** Runs the seeds once the tables are there. */
@Dependent
class Sowing {
    @Inject
    SeedFinder finder;

    @Inject
    BeanManager beans;

    @Inject
    Migrations migrations;

    @Inject
    Db db;

    @Inject
    KernelLog log;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 500) KernelStarted event) {
        List<Sown> seeds = finder.found().stream()
                .map(reference -> new Sown(reference, reference.get(beans)))
                .sorted(Comparator.comparingInt(sown -> sown.seed().order()))
                .toList();
        if (!seeds.isEmpty()) {
            migrations.alone(() -> seeds.forEach(this::sow));
        }
    }

    private void sow(Sown sown) {
        long begin = System.nanoTime();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(sown.reference().loader());
        try {
            db.inTransaction(() -> sown.seed().seed());
        } catch (Exception e) {
            throw new IllegalStateException("The seed " + sown.name() + " failed: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
        log.info("seeded", "seed", sown.name(), "ms", (System.nanoTime() - begin) / 1_000_000);
    }

    private record Sown(Reference<Seed> reference, Seed seed) {
        String name() {
            return reference.bean().getBeanClass().getName();
        }
    }
}
