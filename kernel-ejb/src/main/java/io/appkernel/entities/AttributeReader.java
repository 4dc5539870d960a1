package io.appkernel.entities;

import io.appkernel.entities.Attribute.Role;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one entity class from its fields, and tells what it cannot map. */
final class AttributeReader {
    private final Class<?> entity;
    private final ValueTypes types;
    private final Consumer<String> problems;
    private final List<Attribute> found = new ArrayList<>();

    AttributeReader(Class<?> entity, ValueTypes types, Consumer<String> problems) {
        this.entity = entity;
        this.types = types;
        this.problems = problems;
    }

    List<Attribute> read() {
        for (Class<?> type : mappedClasses(entity)) {
            fields(type).forEach(field -> attribute(List.of(), field, Map.of()));
        }
        return found;
    }

    /** The entity and its mapped superclasses, the topmost first. */
    static List<Class<?>> mappedClasses(Class<?> entity) {
        List<Class<?>> classes = new ArrayList<>(List.of(entity));
        for (Class<?> type = entity.getSuperclass(); type != null; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(MappedSuperclass.class)) {
                classes.add(0, type);
            }
        }
        return classes;
    }

    static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !Modifier.isTransient(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && !field.getName().startsWith("_persistence_"))
                .filter(field -> !field.isAnnotationPresent(Transient.class));
    }

    static boolean isEmbedded(Field field) {
        return field.isAnnotationPresent(Embedded.class) || field.getType().isAnnotationPresent(Embeddable.class);
    }

    static boolean isReference(Field field) {
        OneToOne one = field.getAnnotation(OneToOne.class);
        return field.isAnnotationPresent(ManyToOne.class)
                || one != null && one.mappedBy().isEmpty();
    }

    /** The other side of a reference: no column of its own. */
    static boolean isInverse(Field field) {
        OneToOne one = field.getAnnotation(OneToOne.class);
        OneToMany many = field.getAnnotation(OneToMany.class);
        return one != null && !one.mappedBy().isEmpty()
                || many != null && !many.mappedBy().isEmpty();
    }

    private void attribute(List<Field> owners, Field field, Map<String, Column> overrides) {
        if (isInverse(field) || refused(field) || !opened(field)) {
            return;
        }
        List<Field> path = new ArrayList<>(owners);
        path.add(field);
        if (isEmbedded(field)) {
            embedded(path, field, overrides);
        } else if (isReference(field)) {
            reference(path, field);
        } else {
            value(path, field, overrides.get(field.getName()));
        }
    }

    private boolean refused(Field field) {
        for (Class<? extends Annotation> joined : List.of(ElementCollection.class, ManyToMany.class, OneToMany.class)) {
            if (field.isAnnotationPresent(joined)) {
                return report(
                        field,
                        "@" + joined.getSimpleName() + " needs a table that no class stands for: give it an entity of"
                                + " its own and refer to it by @OneToMany(mappedBy = …), or leave the annotation out"
                                + " and store the list as JSON");
            }
        }
        if (field.isAnnotationPresent(EmbeddedId.class)) {
            return report(field, "the key must be one column: use one @Id and a @Table(uniqueConstraints) beside it");
        }
        if (field.isAnnotationPresent(GeneratedValue.class)) {
            return report(field, "leave @GeneratedValue out; the kernel makes the id of a String or UUID field");
        }
        if (field.isAnnotationPresent(Convert.class)) {
            return report(field, "leave @Convert out; what is no plain value is stored as JSON by its own JSON form");
        }
        return isEmbedded(field)
                && field.getType().isRecord()
                && report(
                        field,
                        "a record cannot be embedded: make it a class, or leave @Embeddable out to store it as"
                                + " JSON");
    }

    private boolean opened(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            report(field, "its package is closed to the kernel; open it");
            return false;
        }
    }

    private void embedded(List<Field> path, Field field, Map<String, Column> outer) {
        Map<String, Column> overrides = new HashMap<>(outer);
        for (AttributeOverride override : field.getAnnotationsByType(AttributeOverride.class)) {
            overrides.put(override.name(), override.column());
        }
        for (Class<?> type : mappedClasses(field.getType())) {
            fields(type).forEach(inner -> attribute(path, inner, overrides));
        }
    }

    private void value(List<Field> path, Field field, @Nullable Column override) {
        Column column = override == null ? field.getAnnotation(Column.class) : override;
        Role role = field.isAnnotationPresent(Id.class)
                ? Role.ID
                : field.isAnnotationPresent(Version.class) ? Role.VERSION : Role.VALUE;
        boolean nullable = role != Role.ID && !field.getType().isPrimitive() && (column == null || column.nullable());
        found.add(new Attribute(name(path), columnName(field, override), path, role, types.of(field), nullable, null));
    }

    private void reference(List<Field> path, Field field) {
        Class<?> target = field.getType();
        Field key = idOf(target);
        if (key == null) {
            report(field, "it leads to " + target.getSimpleName() + ", which is no entity with one @Id");
            return;
        }
        JoinColumn join = field.getAnnotation(JoinColumn.class);
        ManyToOne many = field.getAnnotation(ManyToOne.class);
        OneToOne one = field.getAnnotation(OneToOne.class);
        boolean optional = (join == null || join.nullable())
                && (many == null || many.optional())
                && (one == null || one.optional());
        found.add(new Attribute(name(path), joinColumn(field), path, Role.REFERENCE, types.of(key), optional, target));
    }

    static @Nullable Field idOf(Class<?> entity) {
        return mappedClasses(entity).stream()
                .flatMap(AttributeReader::fields)
                .filter(field -> field.isAnnotationPresent(Id.class))
                .findFirst()
                .orElse(null);
    }

    static String columnName(Field field, @Nullable Column override) {
        Column column = override == null ? field.getAnnotation(Column.class) : override;
        return column == null || column.name().isEmpty() ? Spelling.snake(field.getName()) : column.name();
    }

    static String joinColumn(Field field) {
        JoinColumn join = field.getAnnotation(JoinColumn.class);
        if (join != null && !join.name().isEmpty()) {
            return join.name();
        }
        Field key = idOf(field.getType());
        return Spelling.snake(field.getName()) + "_" + (key == null ? "id" : columnName(key, null));
    }

    private static String name(List<Field> path) {
        return String.join(".", path.stream().map(Field::getName).toList());
    }

    private boolean report(Field field, String problem) {
        problems.accept(entity.getName() + "." + field.getName() + ": " + problem);
        return true;
    }
}
