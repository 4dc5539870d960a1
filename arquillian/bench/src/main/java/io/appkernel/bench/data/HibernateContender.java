package io.appkernel.bench.data;

import io.agroal.api.AgroalDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Hibernate ORM with Envers, with batches switched on. */
final class HibernateContender implements Contender {
    private final AgroalDataSource pool;
    private final SessionFactory sessions;

    HibernateContender(AgroalDataSource pool) {
        this.pool = pool;
        Configuration configuration = new Configuration().addAnnotatedClass(HibernateItem.class);
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        configuration.setProperty("hibernate.jdbc.batch_size", "100");
        configuration.setProperty("hibernate.order_inserts", "true");
        configuration.setProperty("hibernate.cache.use_second_level_cache", "false");
        this.sessions = configuration.buildSessionFactory();
    }

    @Override
    public String title() {
        return "Hibernate ORM and Envers";
    }

    @Override
    public List<String> saveEach(List<Item> items) {
        return items.stream()
                .flatMap(item -> saveTogether(List.of(item)).stream())
                .toList();
    }

    @Override
    public List<String> saveTogether(List<Item> items) {
        return sessions.fromTransaction(session -> {
            List<String> ids = new ArrayList<>();
            for (Item item : items) {
                HibernateItem entity = new HibernateItem();
                entity.id = item.idOrNew();
                entity.name = item.name();
                entity.price = item.price();
                entity.note = item.note();
                entity.createdAt = Instant.now();
                entity.updatedAt = entity.createdAt;
                session.persist(entity);
                ids.add(entity.id);
            }
            return ids;
        });
    }

    @Override
    public void find(List<String> ids) {
        for (String id : ids) {
            sessions.inSession(session -> {
                if (session.find(HibernateItem.class, id) == null) {
                    throw new IllegalStateException(id + " is not there");
                }
            });
        }
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
