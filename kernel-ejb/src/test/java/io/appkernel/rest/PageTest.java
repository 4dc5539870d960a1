package io.appkernel.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.KernelException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    void aPageIsCutOutOfTheWholeAndTellsTheTotal() {
        assertThat(Page.cut(ALL, query(2, 1))).isEqualTo(new Page<>(List.of("b", "c"), 2, 1, 3));
        assertThat(Page.cut(ALL, query(2, 3))).isEqualTo(new Page<>(List.of(), 2, 3, 3));
        assertThat(Page.cut(ALL, query(2, Integer.MAX_VALUE)).items()).isEmpty();
    }

    @Test
    void aLimitOverTheCapIsLowered() {
        assertThat(query(5_000, 0).limit()).isEqualTo(PageQuery.CAP);
        assertThat(query(5_000, 0).limit(1_000)).isEqualTo(1_000);
    }

    @Test
    void nonsenseIsRefusedWithItsName() {
        assertThatThrownBy(() -> query(0, 0).limit())
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> query(1, -1).offset())
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("offset");
    }

    private static PageQuery query(int limit, int offset) {
        PageQuery query = new PageQuery();
        query.limit = limit;
        query.offset = offset;
        return query;
    }
}
