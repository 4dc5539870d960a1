package io.appkernel.entities;

import io.appkernel.json.Json;
import io.appkernel.plugin.Finder;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Finds every entity class of the deployment. */
public class EntityFinder implements Finder {
    private final Set<Class<?>> oneClassOfEachArchive = new HashSet<>();
    private final Set<String> archivesSeen = new HashSet<>();
    private final List<Class<?>> entities = new ArrayList<>();
    private EntityModels models = EntityModels.of(List.of(), new Json(), problem -> {});

    @Override
    public void type(ProcessAnnotatedType<?> event, AnnotatedType<?> type) {
        Class<?> javaClass = type.getJavaClass();
        if (archivesSeen.add(ClassArchive.locationOf(javaClass))) {
            oneClassOfEachArchive.add(javaClass);
        }
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        Set<Class<?>> found = new HashSet<>();
        for (Class<?> anchor : oneClassOfEachArchive) {
            ClassArchive.around(anchor).classesNaming(Entity.class).stream()
                    .filter(candidate -> candidate.isAnnotationPresent(Entity.class))
                    .forEach(found::add);
        }
        entities.addAll(
                found.stream().sorted(Comparator.comparing(Class::getName)).toList());
        reportSharedTables(problems);
        models = EntityModels.of(entities, new Json(), problems);
    }

    private void reportSharedTables(Consumer<String> problems) {
        Map<String, List<String>> byTable = new TreeMap<>();
        for (Class<?> entity : entities) {
            byTable.computeIfAbsent(Spelling.table(entity).toLowerCase(Locale.ROOT), table -> new ArrayList<>())
                    .add(entity.getName());
        }
        byTable.forEach((table, classes) -> {
            if (classes.size() > 1) {
                problems.accept("The table \"" + table + "\" belongs to " + classes.size() + " entities, "
                        + String.join(" and ", classes) + ": give all but one another @Table(name = …)");
            }
        });
    }

    /** Every entity class, sorted by name. */
    public List<Class<?>> entities() {
        return List.copyOf(entities);
    }

    /** What the classes say about their tables; whole once the deployment was checked. */
    public EntityModels models() {
        return models;
    }

    /**
     * The second look: entity classes that the server found and the scan did not.
     *
     * @param serverFound what the server's own scan found, entities or not; may be null
     */
    public List<String> missed(Collection<Class<?>> serverFound) {
        return serverFound.stream()
                .filter(type -> type.isAnnotationPresent(Entity.class) && !entities.contains(type))
                .map(Class::getName)
                .sorted()
                .toList();
    }
}
