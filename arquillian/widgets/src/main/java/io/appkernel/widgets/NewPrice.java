package io.appkernel.widgets;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

/** What a caller sends to change a price, with the version of the widget that they saw. */
public record NewPrice(
        @PositiveOrZero int unitPrice, @Min(1) long version) {}
