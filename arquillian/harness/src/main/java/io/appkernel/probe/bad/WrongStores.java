package io.appkernel.probe.bad;

import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Wants stores of what is no entity. */
@ApplicationScoped
public class WrongStores {
    @Inject
    EntityStore<String> texts;

    @Inject
    Instance<EntityStore<Integer>> numbers;

    @Inject
    EntityStore<?> any;
}
