package io.appkernel.widgets;

import io.appkernel.jobs.Task;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.IntSummaryStatistics;

/** Work that no caller should wait for: any node does it, again if it has to, for it changes nothing. */
@ApplicationScoped
public class PriceReports {
    static final String TASK = "price_report";

    @Inject
    EntityStore<Widget> widgets;

    /** What a caller wants to know: the prices of widgets that cost so much or more. */
    public record Wish(@PositiveOrZero int atLeast) {}

    /** What is kept as the job's result. */
    public record PriceReport(long widgets, int cheapest, int dearest, double average) {}

    @Task(TASK)
    PriceReport report(Wish wish) {
        IntSummaryStatistics prices = widgets.query().where("unitPrice").atLeast(wish.atLeast()).list().stream()
                .mapToInt(widget -> widget.unitPrice)
                .summaryStatistics();
        return prices.getCount() == 0
                ? new PriceReport(0, 0, 0, 0)
                : new PriceReport(prices.getCount(), prices.getMin(), prices.getMax(), prices.getAverage());
    }
}
