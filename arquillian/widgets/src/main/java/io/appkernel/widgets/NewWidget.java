package io.appkernel.widgets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What a caller sends to make a widget. */
public record NewWidget(
        @NotBlank @Size(max = 80) String name,
        @PositiveOrZero int unitPrice) {}
