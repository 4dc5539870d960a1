package io.appkernel.probe.shop;

import io.appkernel.db.Db;
import io.appkernel.probe.stock.Gadget;
import io.appkernel.probe.stock.Stock;
import io.appkernel.probe.stock.Warehouse;
import io.appkernel.store.EntityStore;
import io.appkernel.store.EntityVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;

/** Stores used as an app uses them. */
@Path("shop")
@RequestScoped
@PermitAll
public class ShopResource {
    @Inject
    EntityStore<Gadget> gadgets;

    @Inject
    EntityStore<Shelf> shelves;

    @Inject
    Stock stock;

    @EJB
    Warehouse warehouse;

    @Inject
    Db db;

    /** What a version says of itself. */
    public record VersionView(long number, String operation, String by, String requestId, int price) {
        static VersionView of(EntityVersion<Gadget> version) {
            return new VersionView(
                    version.number(),
                    version.operation().name(),
                    version.by(),
                    version.requestId(),
                    version.entity().price);
        }
    }

    @GET
    public List<Gadget> find(@QueryParam("where") String where, @QueryParam("value") String value) {
        return gadgets.find(where, value);
    }

    @POST
    public Gadget create(Map<String, Object> data) {
        return gadgets.save(data);
    }

    @POST
    @Path("upsert")
    public Gadget upsert(Map<String, Object> data) {
        return gadgets.save(data, "code");
    }

    @GET
    @Path("{id}")
    public Gadget get(@PathParam("id") String id) {
        return gadgets.get(id).orElseThrow(NotFoundException::new);
    }

    @PUT
    @Path("{id}")
    public Gadget update(
            @PathParam("id") String id, @QueryParam("expected") long expected, Map<String, Object> changes) {
        return gadgets.update(id, changes, expected);
    }

    @DELETE
    @Path("{id}")
    public boolean delete(@PathParam("id") String id) {
        return gadgets.softDelete(id);
    }

    @GET
    @Path("{id}/history")
    public List<VersionView> history(@PathParam("id") String id) {
        return gadgets.history(id).stream().map(VersionView::of).toList();
    }

    @POST
    @Path("{id}/reprice/{price}")
    public void reprice(@PathParam("id") String id, @PathParam("price") int price) {
        stock.reprice(id, price);
    }

    /** Through a bean, at a flush or at its commit, through an EJB, or in a transaction of the kernel's facade. */
    @POST
    @Path("{id}/measure/{way}")
    public void measure(@PathParam("id") String id, @PathParam("way") String way, @QueryParam("by") String by) {
        if (way.equals("ejb")) {
            warehouse.measure(id, by);
        } else if (way.equals("db")) {
            db.inTransaction(() -> stock.measure(id, by, false));
        } else {
            stock.measure(id, by, way.equals("flush"));
        }
    }

    @POST
    @Path("plain/{code}")
    public void plain(@PathParam("code") String code) {
        stock.code(code);
    }

    /** Writes an old version over the one that was made since. */
    @POST
    @Path("{id}/stale")
    public void stale(@PathParam("id") String id) {
        Gadget old = gadgets.get(id).orElseThrow(NotFoundException::new);
        stock.reprice(id, old.price + 1);
        stock.overwrite(old);
    }

    /** How many of that name there are after the attempt. */
    @POST
    @Path("three/{name}")
    public long three(@PathParam("name") String name, @QueryParam("fail") boolean fail) {
        try {
            stock.makeThree(name, fail);
        } catch (IllegalStateException e) {
            return gadgets.count("name = ?", name);
        }
        return gadgets.count("name = ?", name);
    }

    @POST
    @Path("bulk/{name}/{price}")
    public int bulk(@PathParam("name") String name, @PathParam("price") int price) {
        return stock.repriceAll(name, price);
    }

    @DELETE
    @Path("bulk/{name}")
    public int bulkDelete(@PathParam("name") String name) {
        return stock.deleteAll(name);
    }

    @POST
    @Path("native")
    public int natively() {
        return stock.repriceNatively();
    }

    /** A gadget and a shelf that refers to it, across archives, in one transaction. */
    @POST
    @Path("shelf/{label}")
    public Map<String, Object> shelf(@PathParam("label") String label) {
        Shelf saved = db.inTransaction(() -> {
            Shelf shelf = new Shelf();
            shelf.label = label;
            shelf.gadget = gadgets.save(Map.of("name", label));
            return shelves.save(shelf);
        });
        Shelf read = shelves.get(saved.getId()).orElseThrow();
        return Map.of("label", read.label, "gadget", read.gadget.name);
    }
}
