package io.appkernel.probe.shop;

import io.appkernel.entities.KernelEntity;
import io.appkernel.probe.stock.Gadget;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An entity of the WAR that refers to one of the EJB jar. */
@Entity
@Table(name = "probe_shelves")
public class Shelf extends KernelEntity {
    public String label;

    @ManyToOne
    public Gadget gadget;
}
