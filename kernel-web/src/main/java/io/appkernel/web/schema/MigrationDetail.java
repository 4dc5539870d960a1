package io.appkernel.web.schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.appkernel.migrations.Migration;
import io.appkernel.schema.Plan;
import java.util.List;

/**
 * One migration with all that it did.
 *
 * @param file the name of its files in the migrations directory, without their endings
 */
public record MigrationDetail(
        @JsonUnwrapped MigrationView migration, String file, List<Plan.Step> operations, String sql) {
    static MigrationDetail from(Migration migration) {
        return new MigrationDetail(
                MigrationView.from(migration), migration.file(), migration.operations(), migration.sql());
    }
}
