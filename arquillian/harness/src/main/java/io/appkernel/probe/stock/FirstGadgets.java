package io.appkernel.probe.stock;

import io.appkernel.seeds.Seed;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

@ApplicationScoped
class FirstGadgets implements Seed {
    @Inject
    EntityStore<Gadget> gadgets;

    @Override
    public void seed() {
        gadgets.save(Map.of("code", "first", "name", "The first gadget", "price", 1), "code");
    }
}
