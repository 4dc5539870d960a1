package io.appkernel.entities;

import io.appkernel.json.Json;
import io.appkernel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The models of all entity classes. Immutable. */
public final class EntityModels {
    private final Map<Class<?>, EntityModel> byClass = new LinkedHashMap<>();
    private final Map<String, EntityModel> byTable = new LinkedHashMap<>();

    private EntityModels(List<EntityModel> models) {
        models.forEach(model -> byClass.put(model.type(), model));
        models.forEach(model -> byTable.put(model.table().name(), model));
    }

    /** Reads the classes; each mistake in them is told with what to do about it. */
    public static EntityModels of(List<Class<?>> entities, Json json, Consumer<String> problems) {
        return new EntityModels(new ModelReader(json, problems).read(entities));
    }

    public List<EntityModel> all() {
        return List.copyOf(byClass.values());
    }

    public Optional<EntityModel> of(Class<?> entity) {
        return Optional.ofNullable(byClass.get(entity));
    }

    public Optional<EntityModel> ofTable(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /** What the database should hold: each entity's table and its history, those first that others refer to or not. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (EntityModel model : byClass.values()) {
            tables.add(model.table());
            tables.add(model.history());
        }
        return tables;
    }
}
