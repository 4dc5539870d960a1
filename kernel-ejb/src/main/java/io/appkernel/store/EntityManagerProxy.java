package io.appkernel.store;

import io.appkernel.history.History;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.TransactionRequiredException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The EntityManager that is injected: in a transaction the one of that transaction, outside a new one for each call.
 * Queries it makes keep the history of bulk statements.
 */
final class EntityManagerProxy implements InvocationHandler {
    private static final Set<String> NEED_TRANSACTION =
            Set.of("persist", "merge", "remove", "refresh", "flush", "lock", "joinTransaction");

    private final EntityManagers managers;
    private final EntityManagerFactory factory;
    private final History history;

    private EntityManagerProxy(EntityManagers managers, EntityManagerFactory factory, History history) {
        this.managers = managers;
        this.factory = factory;
        this.history = history;
    }

    static EntityManager over(EntityManagers managers, EntityManagerFactory factory, History history) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManagerProxy.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                new EntityManagerProxy(managers, factory, history));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "toString" -> "the kernel's EntityManager";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "isOpen" -> true;
            case "getEntityManagerFactory" -> factory;
            case "getCriteriaBuilder" -> factory.getCriteriaBuilder();
            case "getMetamodel" -> factory.getMetamodel();
            case "close", "getTransaction" ->
                throw new IllegalStateException("The kernel opens and closes this EntityManager with the transaction:"
                        + " use Db.inTransaction or @Transactional");
            default -> delegated(method, arguments);
        };
    }

    private @Nullable Object delegated(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        EntityManager current = managers.current();
        if (current != null) {
            return wrapped(called(current, method, arguments), current, false);
        }
        if (NEED_TRANSACTION.contains(method.getName())) {
            throw new TransactionRequiredException(
                    method.getName() + " needs a transaction: use Db.inTransaction or" + " @Transactional");
        }
        EntityManager own = managers.open();
        Object result = null;
        try {
            result = wrapped(called(own, method, arguments), own, true);
            return result;
        } finally {
            if (!(result instanceof Query)) {
                own.close();
            }
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, EntityManager manager, boolean own) {
        return result instanceof Query query ? RecordingQuery.around(query, manager, own, history) : result;
    }

    static @Nullable Object called(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
