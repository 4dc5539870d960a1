package io.appkernel.bench.data;

import io.appkernel.context.Calls;
import io.appkernel.db.Db;
import io.appkernel.entities.EntityFinder;
import io.appkernel.jmx.Jmx;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.migrations.Migrations;
import io.appkernel.plugin.KernelExtension;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.KernelSettings;
import io.appkernel.store.Entities;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The kernel's data layer in CDI of Java SE. */
final class BenchKernel {
    private BenchKernel() {}

    /** Starts it; with these beans, entities that stand beside them are found. */
    static SeContainer open(String url, Class<?>... beans) {
        System.setProperty("kernel.environment", "dev");
        System.setProperty("kernel.database.url", url);
        System.setProperty("kernel.data-dir", temporaryDirectory());
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new KernelExtension())
                .addPackages(
                        Calls.class,
                        Db.class,
                        Entities.class,
                        EntityFinder.class,
                        Json.class,
                        Jmx.class,
                        KernelLog.class,
                        Metrics.class,
                        KernelSettings.class,
                        Migrations.class,
                        SchemaSettings.class,
                        KernelItems.class)
                .addBeanClasses(beans)
                .initialize();
    }

    private static String temporaryDirectory() {
        try {
            return Files.createTempDirectory("appkernel-bench-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
