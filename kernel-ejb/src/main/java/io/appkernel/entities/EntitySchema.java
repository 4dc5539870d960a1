package io.appkernel.entities;

import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The tables of the entity classes and of their histories. */
@ApplicationScoped
class EntitySchema implements WantedSchema {
    @Inject
    EntityFinder entities;

    @Override
    public List<Table> tables() {
        return entities.models().tables();
    }
}
