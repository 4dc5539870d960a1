package io.appkernel.probe.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A body with one of everything. */
public record Order(
        @NotBlank String customerName,
        @Min(1) int unitCount,
        @NotNull @Email String contactEmail,
        Instant placedAt,
        BigDecimal unitPrice,
        Optional<String> note,
        List<@Valid Line> lines,
        Colour colour) {
    public record Line(@NotBlank String productId, long quantity) {}

    public enum Colour {
        RED,
        BLUE
    }
}
