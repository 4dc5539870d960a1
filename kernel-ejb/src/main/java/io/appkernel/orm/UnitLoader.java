package io.appkernel.orm;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds each entity class where it came from, whichever archive of the deployment that was. */
final class UnitLoader extends ClassLoader {
    private final Map<String, Class<?>> entities = new HashMap<>();
    private final List<ClassLoader> loaders;

    UnitLoader(List<Class<?>> entities) {
        super(UnitLoader.class.getClassLoader());
        entities.forEach(entity -> this.entities.put(entity.getName(), entity));
        loaders = entities.stream().map(Class::getClassLoader).distinct().toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> entity = entities.get(name);
        return entity == null ? super.loadClass(name, resolve) : entity;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader loader : loaders) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException e) {
                // The next archive may have it.
            }
        }
        throw new ClassNotFoundException(name);
    }

    /** EclipseLink reads the bytes of the classes, too. */
    @Override
    protected @Nullable URL findResource(String name) {
        for (ClassLoader loader : loaders) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
