package io.appkernel.login;

import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables of logging in that are no entities: nobody wants their history. */
@ApplicationScoped
class LoginSchema implements WantedSchema {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        Lockout.TABLE,
                        List.of(
                                text("id", 64),
                                Column.of("account", ColumnType.text(64)),
                                number("failures"),
                                number("last_ms")),
                        List.of("id"),
                        List.of(
                                new Index("ix_kernel_auth_lockouts_last", List.of("last_ms"), false),
                                new Index("ix_kernel_auth_lockouts_account", List.of("account"), false)),
                        List.of(),
                        List.of()),
                new Table(
                        Lockout.PLACES,
                        List.of(text("id", 64), number("last_ms")),
                        List.of("id"),
                        List.of(new Index("ix_kernel_auth_known_places_last", List.of("last_ms"), false)),
                        List.of(),
                        List.of()),
                new Table(
                        OneTimeTokens.TABLE,
                        List.of(
                                text("digest", 64),
                                text("purpose", 20),
                                text("user_id", 255),
                                text("detail", 320),
                                number("created_ms"),
                                number("expires_ms")),
                        List.of("digest"),
                        List.of(
                                new Index("ix_kernel_auth_tokens_user", List.of("user_id", "purpose"), false),
                                new Index("ix_kernel_auth_tokens_expires", List.of("expires_ms"), false)),
                        List.of(),
                        List.of()),
                new Table(
                        SecondFactorTable.SECRETS,
                        List.of(
                                text("user_id", 255),
                                text("secret", 255),
                                number("confirmed_ms"),
                                number("last_step"),
                                number("created_ms")),
                        List.of("user_id"),
                        List.of(),
                        List.of(),
                        List.of()),
                new Table(
                        SecondFactorTable.RECOVERY,
                        List.of(text("digest", 64), text("user_id", 255)),
                        List.of("digest"),
                        List.of(new Index("ix_kernel_auth_recovery_user", List.of("user_id"), false)),
                        List.of(),
                        List.of()));
    }

    private static Column text(String name, int length) {
        return Column.of(name, ColumnType.text(length)).notNull();
    }

    private static Column number(String name) {
        return Column.of(name, ColumnType.of(ColumnType.Kind.BIGINT)).notNull();
    }
}
