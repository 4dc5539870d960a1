package io.appkernel.probe.stock;

import io.appkernel.store.EntityStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** An EJB with the container's transactions. */
@Stateless
public class Warehouse {
    @Inject
    EntityStore<Gadget> gadgets;

    @Inject
    EntityManager entities;

    public void make(String name, int price) {
        gadgets.save(Map.of("name", name, "price", price));
    }

    /** By JPA's dirty checking, seen when the container commits. */
    public void measure(String id, String by) {
        entities.find(Gadget.class, id).measuredBy = by;
    }
}
