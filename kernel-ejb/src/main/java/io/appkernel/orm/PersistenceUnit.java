package io.appkernel.orm;

import io.appkernel.db.Database;
import io.appkernel.db.Dialect;
import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.entities.EntityModels;
import io.appkernel.entities.ValueType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.validation.ValidatorFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the EntityManagerFactory of all entities.
 *
 * @param jtaServer EclipseLink's name for the server whose transactions are joined; empty for transactions of JDBC
 * @param validators what checks the constraints of entities; empty where nobody does, which is outside of a server
 * @param hooks what else is set up in the session before it opens
 */
public record PersistenceUnit(
        Database database,
        EntityModels models,
        Optional<String> jtaServer,
        Optional<ValidatorFactory> validators,
        Consumer<Session> hooks) {

    private static final int STATEMENTS_PER_BATCH = 500;

    /** Opens the factory; the caller closes it. */
    public EntityManagerFactory open() {
        List<Class<?>> classes = Stream.concat(
                        models.all().stream().map(EntityModel::type),
                        models.all().stream()
                                .flatMap(model -> model.attributes().stream()
                                        .flatMap(attribute -> attribute.path().stream())
                                        .map(java.lang.reflect.Field::getDeclaringClass)))
                .distinct()
                .<Class<?>>map(type -> type)
                .toList();
        String name = "kernel-" + UUID.randomUUID();
        UnitInfo info = new UnitInfo(
                name,
                database.dataSource(),
                jtaServer.isPresent(),
                classes.stream().map(Class::getName).toList(),
                new UnitLoader(classes));
        return new PersistenceProvider().createContainerEntityManagerFactory(info, properties(name));
    }

    private Map<String, Object> properties(String name) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("eclipselink.session-name", name);
        jtaServer.ifPresent(server -> properties.put("eclipselink.target-server", server));
        // Named so that no connection is opened to find out; ours takes its place.
        properties.put(
                "eclipselink.target-database",
                platform().getClass().getSuperclass().getName());
        properties.put("eclipselink.metadata-source", new MappingSource(MappingFile.of(models.all())));
        properties.put("eclipselink.session.customizer", (SessionCustomizer) this::customize);
        properties.put("eclipselink.exclude-eclipselink-orm", "true");
        properties.put("eclipselink.ddl-generation", "none");
        properties.put("eclipselink.cache.shared.default", "false");
        properties.put("eclipselink.weaving", "static");
        // Each EntityManager ends with its transaction: what it holds need not be made ready for another.
        properties.put("eclipselink.persistence-context.close-on-commit", "true");
        // What fails is told by an exception; a second telling would log the caller's mistakes.
        properties.put("eclipselink.logging.logger", "JavaLogger");
        properties.put("eclipselink.logging.level", "SEVERE");
        return properties;
    }

    private DatabasePlatform platform() {
        return switch (database.kind()) {
            case H2 -> new H2Values();
            case POSTGRESQL -> new PostgresValues();
            case MYSQL, MARIADB -> new MariaDbValues();
            case SQLITE -> throw Dialect.notBuilt();
        };
    }

    private void customize(Session session) {
        DatabasePlatform platform = platform();
        platform.setUsesBatchWriting(true);
        platform.setUsesJDBCBatchWriting(true);
        platform.setMaxBatchWritingSize(STATEMENTS_PER_BATCH);
        DatabaseLogin login = session.getLogin();
        login.setDatasourcePlatform(platform);
        // Db knows when to try again; EclipseLink would sleep for five seconds between attempts of its own. 0 is one.
        login.setQueryRetryAttemptCount(-1);
        login.setDelayBetweenConnectionAttempts(0);
        Map<Class<?>, Map<String, ValueType>> types = types();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Map<String, ValueType> known = types.getOrDefault(descriptor.getJavaClass(), Map.of());
            descriptor.getMappings().forEach(mapping -> convert(mapping, known.get(mapping.getAttributeName())));
        }
        hooks.accept(session);
        // After the hooks, which fill in what an entity need not say itself.
        validators
                .map(RowValidation::new)
                .ifPresent(validation -> session.getDescriptors().values().stream()
                        .filter(ClassDescriptor::isDescriptorTypeNormal)
                        .forEach(descriptor -> descriptor.getEventManager().addListener(validation)));
    }

    private static void convert(DatabaseMapping mapping, @Nullable ValueType type) {
        if (type != null && mapping instanceof DirectToFieldMapping direct) {
            direct.setConverter(new ColumnConverter(type));
            direct.getField().setType(Object.class);
        }
    }

    private Map<Class<?>, Map<String, ValueType>> types() {
        Map<Class<?>, Map<String, ValueType>> types = new HashMap<>();
        for (EntityModel model : models.all()) {
            for (Attribute attribute : model.attributes()) {
                if (attribute.role() == Attribute.Role.VALUE || attribute.role() == Attribute.Role.ID) {
                    int depth = attribute.path().size();
                    Class<?> owner = depth == 1
                            ? model.type()
                            : attribute.path().get(depth - 2).getType();
                    types.computeIfAbsent(owner, type -> new HashMap<>())
                            .put(attribute.field().getName(), attribute.type());
                }
            }
        }
        return types;
    }
}
