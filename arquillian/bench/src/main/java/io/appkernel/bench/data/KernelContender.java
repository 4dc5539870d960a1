package io.appkernel.bench.data;

import jakarta.enterprise.inject.se.SeContainer;
import java.util.List;
import java.util.Objects;

/** The kernel's stores, in CDI of Java SE. */
final class KernelContender implements Contender {
    private final SeContainer container;
    private final KernelItems items;

    KernelContender(String url) {
        this.container = BenchKernel.open(url);
        this.items = container.select(KernelItems.class).get();
        items.schema.ready();
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
