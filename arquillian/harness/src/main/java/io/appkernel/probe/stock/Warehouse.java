package io.appkernel.probe.stock;

import io.appkernel.store.EntityStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** An EJB with the container's transactions. */
@Stateless
public class Warehouse {
    @Inject
    EntityStore<Gadget> gadgets;

    public void make(String name, int price) {
        gadgets.save(Map.of("name", name, "price", price));
    }
}
