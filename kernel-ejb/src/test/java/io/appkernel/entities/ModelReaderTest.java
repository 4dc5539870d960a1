package io.appkernel.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.json.Json;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Entity
    @jakarta.persistence.Table(name = "products", indexes = @jakarta.persistence.Index(columnList = "name, price desc"))
    static class Product extends KernelEntity {
        @Column(nullable = false, length = 80)
        String name = "";

        @Field(defaultValue = "0", check = "[price] >= 0")
        int price;

        List<String> tags = List.of();

        @Field(index = true)
        String workspaceId = "";

        Status status = Status.DRAFT;

        @Field(renamedFrom = "title")
        String headline = "";

        @Column(precision = 19, scale = 2)
        BigDecimal cost = BigDecimal.ONE;

        @ManyToOne
        Maker madeBy = new Maker();

        Place place = new Place();
    }

    @Entity
    static class Maker {
        @Id
        String code = "";
    }

    @Embeddable
    static class Place {
        @Field(unique = true)
        String streetName = "";
    }

    @Entity
    @jakarta.persistence.Table(name = "broken", indexes = @jakarta.persistence.Index(columnList = "colour"))
    static class Broken extends KernelEntity {
        @Field(check = "[prise] > 0")
        int price;

        @Field(index = true)
        List<String> tags = List.of();
    }

    @Entity
    static class Listing extends KernelEntity {
        @ElementCollection
        List<String> tags = List.of();
    }

    @Entity
    static class Keyless {
        String name = "";
    }

    @Entity
    @jakarta.persistence.Table(name = "maker_history")
    static class MakerHistory extends KernelEntity {}

    @Test
    void fieldsBecomeColumnsInTheirOrder() {
        Table table = models(Product.class, Maker.class).all().get(0).table();

        assertThat(table.columns().stream()
                        .map(column -> column.name() + " " + column.type() + (column.nullable() ? "" : " not null")))
                .containsExactly(
                        "id text(255) not null",
                        "created_at instant not null",
                        "updated_at instant not null",
                        "deleted_at instant",
                        "version bigint not null",
                        "name text(80) not null",
                        "price integer not null",
                        "tags json",
                        "workspace_id text(255)",
                        "status text(255)",
                        "headline text(255)",
                        "cost decimal(19,2)",
                        "made_by_code text(255)",
                        "street_name text(255)");
        assertThat(table.primaryKey()).containsExactly("id");
        assertThat(table.column("headline").orElseThrow().renamedFrom()).isEqualTo("title");
        assertThat(table.column("price").orElseThrow().defaultValue()).isEqualTo("0");
    }

    @Test
    void constraintsAreNamedAfterTableAndColumn() {
        Table table = models(Product.class, Maker.class).all().get(0).table();

        assertThat(table.indexes())
                .contains(
                        new Index("ix_products_workspace_id", List.of("workspace_id"), false),
                        new Index("ux_products_street_name", List.of("street_name"), true),
                        new Index("ix_products_name_price", List.of("name", "price"), false));
        assertThat(table.checks())
                .extracting(check -> check.name() + ": " + check.condition())
                .containsExactly("ck_products_price: [price] >= 0");
        assertThat(table.foreignKeys())
                .containsExactly(
                        new ForeignKey("fk_products_made_by_code", List.of("made_by_code"), "maker", List.of("code")));
    }

    @Test
    void historyHoldsEachColumnWithoutItsConstraints() {
        Table history = models(Product.class, Maker.class).tables().get(1);

        assertThat(history.name()).isEqualTo("products_history");
        assertThat(history.column("name").orElseThrow().nullable()).isTrue();
        assertThat(history.column("price").orElseThrow().defaultValue()).isNull();
        assertThat(history.primaryKey()).containsExactly("history_id");
        assertThat(history.indexes())
                .containsExactly(
                        new Index("ux_products_history_id_history_version", List.of("id", "history_version"), true));
    }

    @Test
    void everyMistakeIsToldAtOnceWithWhatToDo() {
        List<String> problems = new ArrayList<>();

        EntityModels.of(
                List.of(Broken.class, Listing.class, Keyless.class, Maker.class, MakerHistory.class),
                new Json(),
                problems::add);

        assertThat(problems).hasSize(6);
        assertThat(problems.get(0)).contains("Broken.price", "[prise]", "known are id,");
        assertThat(problems.get(1)).contains("\"colour\"", "known are");
        assertThat(problems.get(2)).contains("\"tags\"", "cannot be indexed");
        assertThat(problems.get(3)).contains("Listing.tags", "@ElementCollection", "JSON");
        assertThat(problems.get(4)).contains("Keyless has 0 fields with @Id", "KernelEntity");
        assertThat(problems.get(5)).contains("maker_history", "history");
    }

    @Test
    void namesThatGrowTooLongAreCutTheSameWayEachTime() {
        String column = "a_column_with_a_name_that_goes_on_and_on_and_on";

        String name = Spelling.of("ix", "a_table_of_some_length", List.of(column));

        assertThat(name).hasSize(63).isEqualTo(Spelling.of("ix", "a_table_of_some_length", List.of(column)));
        assertThat(name).isNotEqualTo(Spelling.of("ix", "a_table_of_some_length", List.of(column + "s")));
    }

    @Test
    void camelCaseBecomesSnakeCase() {
        assertThat(List.of("workspaceId", "HTTPPort", "aB", "x2y", "OAuth2Token").stream()
                        .map(Spelling::snake))
                .containsExactly("workspace_id", "http_port", "a_b", "x2y", "o_auth2_token");
    }

    private static EntityModels models(Class<?>... entities) {
        return EntityModels.of(List.of(entities), new Json(), problem -> {
            throw new AssertionError(problem);
        });
    }
}
