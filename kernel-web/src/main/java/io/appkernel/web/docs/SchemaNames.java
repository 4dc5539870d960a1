package io.appkernel.web.docs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.HashMap;
import java.util.Map;

/**
 * One name per class. The library names a schema by the class's simple name, and lets two classes of one name
 * overwrite each other; here the second one is told apart by its package.
 */
final class SchemaNames extends TypeNameResolver {
    private final Map<String, Class<?>> owners = new HashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = type.getSimpleName();
        if (owns(name, type)) {
            return name;
        }
        String feature = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        String longer = feature.isEmpty() ? name : Words.sentence(feature) + name;
        String candidate = longer;
        for (int n = 2; !owns(candidate, type); n++) {
            candidate = longer + n;
        }
        return candidate;
    }

    private boolean owns(String name, Class<?> type) {
        return owners.computeIfAbsent(name, free -> type) == type;
    }
}
