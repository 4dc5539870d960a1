package io.appkernel.entities;

import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Optional;

/** What the annotations of one field demand of its column beside the type. */
record Constraints(Attribute attribute, boolean isIndexed, boolean isUnique, Optional<String> check) {

    static Constraints of(Attribute attribute) {
        Field field = attribute.field().getAnnotation(Field.class);
        Column column = attribute.field().getAnnotation(Column.class);
        JoinColumn join = attribute.field().getAnnotation(JoinColumn.class);
        boolean unique = field != null && field.unique()
                || column != null && column.unique()
                || join != null && join.unique()
                || attribute.field().isAnnotationPresent(OneToOne.class);
        boolean reference = attribute.role() == Attribute.Role.REFERENCE;
        boolean indexed = !unique && (reference || field != null && field.index());
        Optional<String> check = Optional.ofNullable(field).map(Field::check).filter(condition -> !condition.isBlank());
        return new Constraints(attribute, indexed, unique, check);
    }

    Optional<Index> index(String table) {
        return isIndexed ? Optional.of(indexNamed("ix", table)) : Optional.empty();
    }

    Optional<Index> unique(String table) {
        return isUnique ? Optional.of(indexNamed("ux", table)) : Optional.empty();
    }

    private Index indexNamed(String prefix, String table) {
        List<String> columns = List.of(attribute.column());
        return new Index(Spelling.of(prefix, table, columns), columns, isUnique);
    }

    Optional<ForeignKey> foreignKey(String table) {
        Class<?> target = attribute.target();
        java.lang.reflect.Field key = target == null ? null : AttributeReader.idOf(target);
        if (target == null || key == null) {
            return Optional.empty();
        }
        List<String> columns = List.of(attribute.column());
        return Optional.of(new ForeignKey(
                Spelling.of("fk", table, columns),
                columns,
                Spelling.table(target),
                List.of(AttributeReader.columnName(key, null))));
    }
}
