package io.appkernel.web.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Annotations on an interface, and types that only the class which implements it knows. */
interface CrudResource<T> {
    @GET
    List<T> all();

    @GET
    @Path("{id}")
    T one(@PathParam("id") String id);

    @Path("orders")
    class OrdersResource implements CrudResource<OrdersResource.Order> {
        public record Order(String id) {}

        @Override
        public List<Order> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Order one(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
