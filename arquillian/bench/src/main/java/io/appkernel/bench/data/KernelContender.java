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
import java.util.List;
import java.util.Objects;

/** The kernel's stores, in CDI of Java SE. */
final class KernelContender implements Contender {
    private final SeContainer container;
    private final KernelItems items;

    KernelContender(String url) {
        System.setProperty("kernel.environment", "dev");
        System.setProperty("kernel.database.url", url);
        System.setProperty("kernel.data-dir", temporaryDirectory());
        this.container = SeContainerInitializer.newInstance()
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
                .initialize();
        this.items = container.select(KernelItems.class).get();
        items.schema.ready();
    }

    private static String temporaryDirectory() {
        try {
            return Files.createTempDirectory("appkernel-bench-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String title() {
        return "the kernel";
    }

    @Override
    public List<String> saveEach(List<Item> all) {
        return all.stream()
                .map(item ->
                        Objects.requireNonNull(items.store.save(entity(item)).getId()))
                .toList();
    }

    @Override
    public List<String> saveTogether(List<Item> all) {
        return items.store.saveAll(all.stream().map(KernelContender::entity).toList()).stream()
                .map(item -> Objects.requireNonNull(item.getId()))
                .toList();
    }

    private static KernelItem entity(Item item) {
        KernelItem entity = new KernelItem();
        if (item.id() != null) {
            entity.setId(item.id());
        }
        entity.name = item.name();
        entity.price = item.price();
        entity.note = item.note();
        return entity;
    }

    @Override
    public void find(List<String> ids) {
        for (String id : ids) {
            if (items.store.get(id).isEmpty()) {
                throw new IllegalStateException(id + " is not there");
            }
        }
    }

    @Override
    public void close() {
        container.close();
    }
}
