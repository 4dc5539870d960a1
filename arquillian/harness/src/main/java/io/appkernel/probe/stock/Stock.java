package io.appkernel.probe.stock;

import io.appkernel.store.EntityStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;

/** A CDI bean with transactions around store, EntityManager and EJB. */
@ApplicationScoped
@Transactional
public class Stock {
    @Inject
    EntityStore<Gadget> gadgets;

    @Inject
    EntityManager entities;

    @EJB
    Warehouse warehouse;

    /** The store, JPA and an EJB each make one; then it fails, if it should. */
    public void makeThree(String name, boolean fail) {
        gadgets.save(Map.of("name", name, "price", 1));
        Gadget plain = new Gadget();
        plain.name = name;
        plain.price = 2;
        entities.persist(plain);
        warehouse.make(name, 3);
        if (fail) {
            throw new IllegalStateException("the stock is full");
        }
    }

    /** By JPA's dirty checking. */
    public void reprice(String id, int price) {
        entities.find(Gadget.class, id).price = price;
    }

    /** By JPA's dirty checking, seen at once or when the transaction commits. */
    public void measure(String id, String by, boolean flush) {
        entities.find(Gadget.class, id).measuredBy = by;
        if (flush) {
            entities.flush();
        }
    }

    /** A new one by plain JPA, with a code that may be another's. */
    public void code(String code) {
        Gadget gadget = new Gadget();
        gadget.name = code;
        gadget.code = code;
        entities.persist(gadget);
    }

    /** By plain JPA, over whatever others have done since the version. */
    public void overwrite(Gadget old) {
        old.price++;
        entities.merge(old);
    }

    public int repriceAll(String name, int price) {
        return entities.createQuery("update Gadget g set g.price = :price where g.name = :name")
                .setParameter("price", price)
                .setParameter("name", name)
                .executeUpdate();
    }

    public int deleteAll(String name) {
        return entities.createQuery("delete from Gadget g where g.name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    public int repriceNatively() {
        return entities.createNativeQuery("update probe_gadgets set price = 0").executeUpdate();
    }
}
