package io.appkernel.settings;

import java.util.Map;

/** Every settings record of the deployment, bound and validated once. Immutable. */
public final class KernelSettings {
    private final Map<Class<? extends Record>, Record> records;

    KernelSettings(Map<Class<? extends Record>, Record> records) {
        this.records = Map.copyOf(records);
    }

    /** The record of that type, of the kernel or of the app. */
    public <R extends Record> R get(Class<R> type) {
        Record found = records.get(type);
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " is not a @Settings record of this deployment");
        }
        return type.cast(found);
    }

    public Environment environment() {
        return get(NodeSettings.class).environment();
    }

    public boolean isProd() {
        return environment() == Environment.PROD;
    }
}
