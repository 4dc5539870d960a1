package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.context.Calls;
import io.appkernel.log.KernelLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private final List<String> lines = new ArrayList<>();
    private final Observed observed = new Observed(
            new Calls(),
            null,
            KernelLog.to(lines::add),
            null,
            new EdgeSettings(100_000, true, false, true, List.of(), List.of()));

    @Test
    void ofManyRequestsThatAnOutageFailsOneTellsWhere() {
        for (int i = 0; i < 20; i++) {
            observed.failed("/it", 503, new IllegalStateException("the database is away"));
        }
        assertThat(lines).hasSize(20).allMatch(line -> line.contains("the database is away"));
        assertThat(lines.stream().filter(line -> line.contains("ObservedTest"))).hasSize(1);
    }

    @Test
    void everyBugTellsWhere() {
        for (int i = 0; i < 3; i++) {
            observed.failed("/it", 500, new IllegalStateException("a bug"));
        }
        assertThat(lines).hasSize(3).allMatch(line -> line.contains("ObservedTest"));
    }
}
