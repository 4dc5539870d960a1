package io.appkernel.store;

import io.appkernel.entities.EntityFinder;
import io.appkernel.plugin.Finder;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds every place that wants a store, and refuses those whose store there cannot be. */
public class StoreFinder implements Finder {
    private final List<Wanted> wanted = new ArrayList<>();

    private record Wanted(InjectionPoint place, Type store) {}

    @Override
    public void injection(ProcessInjectionPoint<?, ?> event) {
        InjectionPoint place = event.getInjectionPoint();
        stores(place.getType()).forEach(store -> wanted.add(new Wanted(place, store)));
    }

    /** The store itself, or one behind an {@code Instance}. */
    private static Stream<Type> stores(Type type) {
        if (type == EntityStore.class
                || type instanceof ParameterizedType store && store.getRawType() == EntityStore.class) {
            return Stream.of(type);
        }
        return type instanceof ParameterizedType holder
                ? Arrays.stream(holder.getActualTypeArguments()).flatMap(StoreFinder::stores)
                : Stream.empty();
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        List<Class<?>> entities = wanted.isEmpty()
                ? List.of()
                : beans.createInstance().select(EntityFinder.class).get().entities();
        for (Wanted one : wanted) {
            Class<?> entity = StoreProducer.argument(one.store).orElse(null);
            if (entity == null) {
                problems.accept(placeOf(one) + " must say which entity: EntityStore<Product>, say, and no wildcard");
            } else if (!entities.contains(entity)) {
                problems.accept(placeOf(one) + " wants a store of " + entity.getName() + ", which is no entity of this"
                        + " deployment: annotate it with @Entity and put it into one of its archives");
            }
        }
        wanted.clear();
    }

    private static String placeOf(Wanted one) {
        Class<?> type = one.place.getMember().getDeclaringClass();
        String member = one.place.getMember().getName();
        return type.getSimpleName() + (member.equals(type.getName()) ? "'s constructor" : "#" + member);
    }
}
