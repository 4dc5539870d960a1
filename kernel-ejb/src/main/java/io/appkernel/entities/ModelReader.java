package io.appkernel.entities;

import io.appkernel.json.Json;
import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.persistence.Entity;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what entity classes say into tables. Every mistake is told; a class with one has no model. */
final class ModelReader {
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)]");
    private static final int LONGEST_NAME = 63;

    private final ValueTypes types;
    private final Consumer<String> problems;

    ModelReader(Json json, Consumer<String> problems) {
        this.types = new ValueTypes(json);
        this.problems = problems;
    }

    List<EntityModel> read(List<Class<?>> entities) {
        List<EntityModel> models = new ArrayList<>();
        for (Class<?> entity : entities) {
            List<String> mistakes = new ArrayList<>();
            List<Attribute> attributes = new AttributeReader(entity, types, mistakes::add).read();
            checkShape(entity, attributes, mistakes);
            if (mistakes.isEmpty()) {
                Table table = table(entity, attributes, mistakes);
                models.add(new EntityModel(entity, table, HistoryTable.of(table), attributes));
            }
            mistakes.forEach(problems);
        }
        checkNames(models);
        return models;
    }

    private static void checkShape(Class<?> entity, List<Attribute> attributes, List<String> mistakes) {
        long ids = attributes.stream()
                .filter(attribute -> attribute.role() == Attribute.Role.ID)
                .count();
        if (ids != 1) {
            mistakes.add(entity.getName() + " has " + ids + " fields with @Id: extend KernelEntity, or annotate one"
                    + " field (not its getter) with @Id");
        }
        for (Class<?> type = entity.getSuperclass(); type != null; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(Entity.class)) {
                mistakes.add(entity.getName() + " extends the entity " + type.getName()
                        + ": make that a @MappedSuperclass, so that each entity has a table of its own");
            }
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            String other = byColumn.put(attribute.column(), attribute.name());
            if (other != null) {
                mistakes.add(entity.getName() + ": the fields " + other + " and " + attribute.name()
                        + " share the column \"" + attribute.column() + "\"; give one another @Column(name = …)");
            }
            if (HistoryTable.isReserved(attribute.column())) {
                mistakes.add(entity.getName() + "." + attribute.name() + ": the column \"" + attribute.column()
                        + "\" belongs to the history table; choose another @Column(name = …)");
            }
        }
    }

    private void checkNames(List<EntityModel> models) {
        Set<String> histories = new HashSet<>();
        models.forEach(model -> histories.add(model.history().name()));
        for (EntityModel model : models) {
            String table = model.table().name();
            if (histories.contains(table)) {
                problems.accept(model.type().getName() + ": the table \"" + table
                        + "\" is where another entity's history goes; choose another @Table(name = …)");
            }
            if (model.history().name().length() > LONGEST_NAME) {
                problems.accept(model.type().getName() + ": the table \"" + table + "\" is longer than "
                        + (LONGEST_NAME - HistoryTable.SUFFIX.length()) + " characters; shorten @Table(name = …)");
            }
        }
    }

    private Table table(Class<?> entity, List<Attribute> attributes, List<String> mistakes) {
        String name = Spelling.table(entity);
        List<Column> columns = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<ForeignKey> keys = new ArrayList<>();
        String id = "";
        for (Attribute attribute : attributes) {
            columns.add(column(attribute));
            Constraints constraints = Constraints.of(attribute);
            constraints.index(name).ifPresent(indexes::add);
            constraints.unique(name).ifPresent(indexes::add);
            constraints
                    .check()
                    .map(text -> check(name, attribute, text, attributes, entity, mistakes))
                    .ifPresent(checks::add);
            constraints.foreignKey(name).ifPresent(keys::add);
            id = attribute.role() == Attribute.Role.ID ? attribute.column() : id;
        }
        indexes.addAll(tableIndexes(entity, name, attributes, mistakes));
        checkIndexed(entity, columns, indexes, mistakes);
        return new Table(name, columns, List.of(id), indexes, checks, keys);
    }

    private static Column column(Attribute attribute) {
        Field field = attribute.field().getAnnotation(Field.class);
        String standard = field == null || field.defaultValue().isEmpty() ? null : field.defaultValue();
        String former = field == null || field.renamedFrom().isEmpty() ? null : field.renamedFrom();
        return new Column(attribute.column(), attribute.columnType(), attribute.nullable(), standard, former);
    }

    private static Check check(
            String table,
            Attribute attribute,
            String condition,
            List<Attribute> attributes,
            Class<?> entity,
            List<String> mistakes) {
        StringBuilder text = new StringBuilder();
        Matcher names = BRACKETED.matcher(condition);
        while (names.find()) {
            String column = columnOf(names.group(1), attributes);
            if (column.isEmpty()) {
                mistakes.add(entity.getName() + "." + attribute.name() + ": check names [" + names.group(1)
                        + "], which is no column of it; known are " + known(attributes));
            }
            names.appendReplacement(text, Matcher.quoteReplacement("[" + column + "]"));
        }
        names.appendTail(text);
        if (!condition.contains("[")) {
            mistakes.add(entity.getName() + "." + attribute.name() + ": check names no column; write it in brackets, as"
                    + " in [" + attribute.column() + "] > 0");
        }
        return new Check(Spelling.of("ck", table, List.of(attribute.column())), text.toString());
    }

    private static List<Index> tableIndexes(
            Class<?> entity, String name, List<Attribute> attributes, List<String> mistakes) {
        jakarta.persistence.Table table = entity.getAnnotation(jakarta.persistence.Table.class);
        List<Index> indexes = new ArrayList<>();
        if (table == null) {
            return indexes;
        }
        for (jakarta.persistence.Index index : table.indexes()) {
            List<String> names = Arrays.stream(index.columnList().split(","))
                    .map(part -> part.strip().split("\\s+")[0])
                    .toList();
            indexes.add(index(entity, name, index.name(), names, index.unique(), attributes, mistakes));
        }
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            indexes.add(index(entity, name, unique.name(), List.of(unique.columnNames()), true, attributes, mistakes));
        }
        return indexes;
    }

    private static Index index(
            Class<?> entity,
            String table,
            String given,
            List<String> names,
            boolean unique,
            List<Attribute> attributes,
            List<String> mistakes) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String column = columnOf(name, attributes);
            if (column.isEmpty()) {
                mistakes.add(entity.getName() + ": @Table names the column \"" + name + "\" in an index or unique"
                        + " constraint, which it does not have; known are " + known(attributes));
            }
            columns.add(column);
        }
        return new Index(given.isEmpty() ? Spelling.of(unique ? "ux" : "ix", table, columns) : given, columns, unique);
    }

    /** MariaDB indexes no text without a bound, and JSON is one. */
    private static void checkIndexed(
            Class<?> entity, List<Column> columns, List<Index> indexes, List<String> mistakes) {
        for (Column column : columns) {
            ColumnType.Kind kind = column.type().kind();
            boolean open = kind == ColumnType.Kind.JSON
                    || column.type().length() == 0 && (kind == ColumnType.Kind.TEXT || kind == ColumnType.Kind.BYTES);
            if (open && indexes.stream().anyMatch(index -> index.columns().contains(column.name()))) {
                mistakes.add(entity.getName() + ": the column \"" + column.name() + "\" is " + column.type()
                        + " and cannot be indexed or unique; give it a @Column(length = …), or no index");
            }
        }
    }

    private static String columnOf(String name, List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute ->
                        attribute.column().equals(name) || attribute.name().equals(name))
                .map(Attribute::column)
                .findFirst()
                .orElse("");
    }

    private static String known(List<Attribute> attributes) {
        return String.join(", ", attributes.stream().map(Attribute::column).toList());
    }
}
