package io.appkernel.probe.stock;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of everything that a column may hold. */
@Entity
@Table(name = "probe_gadgets")
public class Gadget extends KernelEntity {
    @Column(nullable = false)
    public String name;

    @Field(defaultValue = "0", check = "[price] >= 0")
    public int price;

    @Column(precision = 12, scale = 2)
    public BigDecimal weight;

    @Field(unique = true)
    public String code;

    /** What the servers' Bean Validation looks at. */
    @NotBlank(message = "must be named, not \"${validatedValue}\"") @Size(max = 10) public String measuredBy = "piece";

    public Colour colour;
    public Instant soldAt;
    public List<String> tags;
    public Map<String, Integer> parts;

    /** Stored by name. */
    public enum Colour {
        RED,
        BLUE
    }
}
