package io.appkernel.entities;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A field with a column, as a mapper has to know it. Immutable.
 *
 * @param cascades in the words of mapping files: {@code persist}, {@code all}
 */
public record MappedField(
        Field field,
        Form form,
        String column,
        boolean insertable,
        boolean updatable,
        boolean lazy,
        boolean optional,
        List<String> cascades) {
    public MappedField {
        cascades = List.copyOf(cascades);
    }

    /** How the field is mapped, in the order of mapping files. */
    public enum Form {
        ID,
        BASIC,
        VERSION,
        MANY_TO_ONE,
        ONE_TO_ONE;

        public String element() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A class that declares fields with columns.
     *
     * @param element its name in mapping files: {@code entity}, {@code mapped-superclass}, {@code embeddable}
     */
    public record Owner(Class<?> type, String element, List<MappedField> fields) {
        public Owner {
            fields = List.copyOf(fields);
        }
    }

    /** The classes that an entity consists of. */
    public static List<Owner> ownersOf(Class<?> entity) {
        List<Owner> owners = new ArrayList<>();
        Set<Class<?>> embedded = new LinkedHashSet<>();
        for (Class<?> type : AttributeReader.mappedClasses(entity)) {
            owners.add(new Owner(type, type == entity ? "entity" : "mapped-superclass", fieldsOf(type, embedded)));
        }
        List<Class<?>> open = new ArrayList<>(embedded);
        while (!open.isEmpty()) {
            Class<?> next = open.remove(0);
            for (Class<?> type : AttributeReader.mappedClasses(next)) {
                Set<Class<?>> inner = new LinkedHashSet<>();
                owners.add(new Owner(type, type == next ? "embeddable" : "mapped-superclass", fieldsOf(type, inner)));
                inner.stream().filter(embedded::add).forEach(open::add);
            }
        }
        return owners;
    }

    private static List<MappedField> fieldsOf(Class<?> type, Set<Class<?>> embedded) {
        List<MappedField> fields = new ArrayList<>();
        AttributeReader.fields(type)
                .filter(field -> !AttributeReader.isInverse(field))
                .forEach(field -> {
                    if (AttributeReader.isEmbedded(field)) {
                        embedded.add(field.getType());
                    } else {
                        fields.add(AttributeReader.isReference(field) ? reference(field) : value(field));
                    }
                });
        return fields;
    }

    private static MappedField value(Field field) {
        Column column = field.getAnnotation(Column.class);
        Form form = field.isAnnotationPresent(Id.class)
                ? Form.ID
                : field.isAnnotationPresent(Version.class) ? Form.VERSION : Form.BASIC;
        return new MappedField(
                field,
                form,
                AttributeReader.columnName(field, null),
                column == null || column.insertable(),
                column == null || column.updatable(),
                false,
                true,
                List.of());
    }

    private static MappedField reference(Field field) {
        JoinColumn join = field.getAnnotation(JoinColumn.class);
        ManyToOne many = field.getAnnotation(ManyToOne.class);
        OneToOne one = field.getAnnotation(OneToOne.class);
        FetchType fetch = many != null ? many.fetch() : one != null ? one.fetch() : FetchType.EAGER;
        CascadeType[] cascades = many != null ? many.cascade() : one != null ? one.cascade() : new CascadeType[0];
        return new MappedField(
                field,
                many != null ? Form.MANY_TO_ONE : Form.ONE_TO_ONE,
                AttributeReader.joinColumn(field),
                join == null || join.insertable(),
                join == null || join.updatable(),
                fetch == FetchType.LAZY,
                many != null ? many.optional() : one == null || one.optional(),
                Arrays.stream(cascades)
                        .map(cascade -> cascade.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
