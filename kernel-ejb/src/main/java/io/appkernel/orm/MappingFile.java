package io.appkernel.orm;

import io.appkernel.entities.EntityModel;
import io.appkernel.entities.MappedField;
import io.appkernel.entities.MappedField.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What EclipseLink is told about the entities: the names of their tables and columns, and no conversion of its own. */
final class MappingFile {
    private final StringBuilder xml = new StringBuilder();
    private final Map<Class<?>, String> parts = new LinkedHashMap<>();

    private MappingFile() {}

    static String of(List<EntityModel> models) {
        MappingFile file = new MappingFile();
        models.forEach(file::entity);
        file.xml.append("""
                <entity-mappings xmlns="http://www.eclipse.org/eclipselink/xsds/persistence/orm" version="3.0">
                <persistence-unit-metadata><persistence-unit-defaults>
                <delimited-identifiers/><access>FIELD</access>
                </persistence-unit-defaults></persistence-unit-metadata>
                """);
        List<String> inOrder = new ArrayList<>(file.parts.values());
        // The schema wants mapped superclasses first, then entities, then embeddables.
        inOrder.sort(Comparator.comparingInt(part -> part.startsWith("<mapped") ? 0 : part.startsWith("<ent") ? 1 : 2));
        inOrder.forEach(file.xml::append);
        return file.xml.append("</entity-mappings>").toString();
    }

    private void entity(EntityModel model) {
        for (MappedField.Owner owner : MappedField.ownersOf(model.type())) {
            parts.computeIfAbsent(owner.type(), type -> part(owner, model));
        }
    }

    private static String part(MappedField.Owner owner, EntityModel model) {
        String table = owner.element().equals("entity")
                ? "<table name=\"" + escaped(model.table().name()) + "\"/>"
                : "";
        StringBuilder attributes = new StringBuilder();
        owner.fields().stream()
                .sorted(Comparator.comparing(MappedField::form))
                .forEach(field -> attributes.append(attribute(field)));
        return "<" + owner.element() + " class=\"" + escaped(owner.type().getName()) + "\" access=\"FIELD\">" + table
                + "<attributes>" + attributes + "</attributes></" + owner.element() + ">\n";
    }

    private static String attribute(MappedField field) {
        String name = field.field().getName();
        if (field.form() == Form.MANY_TO_ONE || field.form() == Form.ONE_TO_ONE) {
            return reference(field, name);
        }
        String element = field.form().element();
        String conversion = field.form() == Form.BASIC ? "<convert>none</convert>" : "";
        return "<" + element + " name=\"" + escaped(name) + "\"><column name=\"" + escaped(field.column())
                + "\" insertable=\"" + field.insertable() + "\" updatable=\"" + field.updatable() + "\"/>" + conversion
                + "</" + element + ">";
    }

    private static String reference(MappedField field, String name) {
        String element = field.form().element();
        StringBuilder cascades = new StringBuilder();
        field.cascades()
                .forEach(cascade -> cascades.append("<cascade-").append(cascade).append("/>"));
        String cascade = cascades.isEmpty() ? "" : "<cascade>" + cascades + "</cascade>";
        return "<" + element + " name=\"" + escaped(name) + "\" fetch=\"" + (field.lazy() ? "LAZY" : "EAGER")
                + "\" optional=\"" + field.optional() + "\"><join-column name=\"" + escaped(field.column())
                + "\" insertable=\"" + field.insertable() + "\" updatable=\"" + field.updatable() + "\"/>" + cascade
                + "</" + element + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
