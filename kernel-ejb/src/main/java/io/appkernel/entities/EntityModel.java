package io.appkernel.entities;

import io.appkernel.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What one entity class says about its table. Immutable. */
public final class EntityModel {
    /** The field and column that soft deletion sets. */
    public static final String DELETED_AT = "deletedAt";

    private final Class<?> type;
    private final Table table;
    private final Table history;
    private final List<Attribute> attributes;
    private final Map<String, Attribute> byName = new HashMap<>();
    private final Attribute id;
    private final Optional<Attribute> version;

    EntityModel(Class<?> type, Table table, Table history, List<Attribute> attributes) {
        this.type = type;
        this.table = table;
        this.history = history;
        this.attributes = List.copyOf(attributes);
        this.id = withRole(Attribute.Role.ID).orElseThrow();
        this.version = withRole(Attribute.Role.VERSION);
        // A field's own name wins where it is the column of another.
        attributes.forEach(attribute -> byName.put(attribute.column(), attribute));
        attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
    }

    public Class<?> type() {
        return type;
    }

    /** The entity's table as it should be. */
    public Table table() {
        return table;
    }

    /** The table of its versions. */
    public Table history() {
        return history;
    }

    /** Every column, in the order of the class. */
    public List<Attribute> attributes() {
        return attributes;
    }

    public Attribute id() {
        return id;
    }

    /** The column that counts the writes of a row, where the class has one. */
    public Optional<Attribute> version() {
        return version;
    }

    /** By the name of the field or of the column. */
    public Optional<Attribute> attribute(String fieldOrColumn) {
        return Optional.ofNullable(byName.get(fieldOrColumn));
    }

    /** Every name that {@link #attribute} knows, for messages. */
    public String knownNames() {
        return String.join(", ", new TreeSet<>(byName.keySet()));
    }

    /** A new entity, empty as its constructor leaves it. */
    public Object make() {
        return FieldAccess.make(type);
    }

    private Optional<Attribute> withRole(Attribute.Role role) {
        return attributes.stream().filter(attribute -> attribute.role() == role).findFirst();
    }
}
