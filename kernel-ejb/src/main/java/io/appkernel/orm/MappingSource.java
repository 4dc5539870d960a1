package io.appkernel.orm;

import java.io.StringReader;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappings;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappingsReader;
import org.eclipse.persistence.jpa.metadata.MetadataSource;
import org.eclipse.persistence.logging.SessionLog;

/** Hands a mapping file over from memory. */
final class MappingSource implements MetadataSource {
    private final String xml;

    MappingSource(String xml) {
        this.xml = xml;
    }

    @Override
    public Map<String, Object> getPropertyOverrides(
            Map<String, Object> properties, ClassLoader loader, SessionLog log) {
        return Map.of();
    }

    @Override
    public XMLEntityMappings getEntityMappings(Map<String, Object> properties, ClassLoader loader, SessionLog log) {
        return XMLEntityMappingsReader.read("the kernel's entities", new StringReader(xml), loader, properties);
    }
}
