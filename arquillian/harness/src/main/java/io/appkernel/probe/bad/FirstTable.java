package io.appkernel.probe.bad;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Shares its table with another entity. */
@Entity
@Table(name = "probe_shared")
public class FirstTable {
    @Id
    String id;
}
