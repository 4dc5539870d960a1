package io.appkernel.probe.bad;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Shares its table with another entity. */
@Entity
@Table(name = "PROBE_shared")
public class SecondTable {
    @Id
    String id;
}
