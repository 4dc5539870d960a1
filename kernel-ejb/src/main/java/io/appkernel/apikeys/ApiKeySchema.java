package io.appkernel.apikeys;

import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Wants the table of keys. */
@ApplicationScoped
class ApiKeySchema implements WantedSchema {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ID = 255;

    @Override
    public List<Table> tables() {
        return List.of(new Table(
                ApiKeyTable.NAME,
                List.of(
                        text("id", 36).notNull(),
                        text("user_id", LONGEST_ID).notNull(),
                        text("name", LONGEST_NAME).notNull(),
                        text("prefix", 32).notNull(),
                        text("digest", 64).notNull(),
                        text("old_digest", 64),
                        number("old_until_ms"),
                        Column.of("scopes", ColumnType.longText()).notNull(),
                        text("workspace_id", LONGEST_ID),
                        number("created_ms"),
                        number("expires_ms"),
                        number("last_used_ms"),
                        number("revoked_ms")),
                List.of("id"),
                List.of(
                        new Index("ux_kernel_api_keys_digest", List.of("digest"), true),
                        new Index("ix_kernel_api_keys_old_digest", List.of("old_digest"), false),
                        new Index("ix_kernel_api_keys_user", List.of("user_id"), false)),
                List.of(),
                List.of()));
    }

    private static Column text(String name, int length) {
        return Column.of(name, ColumnType.text(length));
    }

    private static Column number(String name) {
        return Column.of(name, ColumnType.of(ColumnType.Kind.BIGINT)).notNull();
    }
}
