package io.appkernel.probe.stock;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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
