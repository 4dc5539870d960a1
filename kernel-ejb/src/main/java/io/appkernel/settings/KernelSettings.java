package io.appkernel.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every settings record of the deployment, bound and validated once. Immutable. */
public final class KernelSettings {
    private final Map<Class<?>, Record> records;
    private final List<Property> properties;

    KernelSettings(Map<Class<?>, Record> records, List<Property> properties) {
        this.records = Map.copyOf(records);
        this.properties = List.copyOf(properties);
    }

    /** Settings made by hand, for a test that needs no deployment. */
    public static KernelSettings of(Record... records) {
        Map<Class<?>, Record> byType = new LinkedHashMap<>();
        for (Record one : records) {
            byType.put(one.getClass(), one);
        }
        return new KernelSettings(byType, List.of());
    }

    /** The record of that type, of the kernel or of the app. */
    public <R extends Record> R get(Class<R> type) {
        Record found = records.get(type);
        if (found == null) {
            throw new UnboundSettings(type);
        }
        return type.cast(found);
    }

    public NodeSettings node() {
        return get(NodeSettings.class);
    }

    public String name() {
        return node().name();
    }

    public Environment environment() {
        return node().environment();
    }

    public boolean isProd() {
        return environment() == Environment.PROD;
    }

    public NodeRole role() {
        return node().role();
    }

    /** Every property of every record, sorted by name, with secrets masked: for pages that show the configuration. */
    public List<Property> describe() {
        return properties;
    }
}
