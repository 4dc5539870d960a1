package io.appkernel.store;

import io.appkernel.history.History;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query whose bulk statements leave history, and which closes an EntityManager that was opened for it. */
final class RecordingQuery implements InvocationHandler {
    private static final Set<String> LAST = Set.of("getResultList", "getSingleResult", "executeUpdate");

    private final Query query;
    private final EntityManager manager;
    private final boolean own;
    private final History history;
    private boolean withoutHistory;

    private RecordingQuery(Query query, EntityManager manager, boolean own, History history) {
        this.query = query;
        this.manager = manager;
        this.own = own;
        this.history = history;
    }

    static Query around(Query query, EntityManager manager, boolean own, History history) {
        Set<Class<?>> types = new LinkedHashSet<>(Set.of(Query.class, TypedQuery.class));
        for (Class<?> type : query.getClass().getInterfaces()) {
            if (type.getName().startsWith("jakarta.persistence.")) {
                types.add(type);
            }
        }
        return (Query) Proxy.newProxyInstance(
                RecordingQuery.class.getClassLoader(),
                types.toArray(Class<?>[]::new),
                new RecordingQuery(query, manager, own, history));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean last = own && LAST.contains(method.getName());
        try {
            if (method.getName().equals("setHint")
                    && arguments != null
                    && History.WITHOUT_HISTORY.equals(arguments[0])) {
                withoutHistory = Boolean.parseBoolean(String.valueOf(arguments[1]));
                return proxy;
            }
            if (method.getName().equals("executeUpdate")) {
                return history.execute(query, manager, withoutHistory);
            }
            Object result = EntityManagerProxy.called(query, method, arguments);
            return result == query ? proxy : result;
        } finally {
            if (last) {
                manager.close();
            }
        }
    }
}
