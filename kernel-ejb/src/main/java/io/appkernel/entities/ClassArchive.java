package io.appkernel.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The classes that stand in the same archive as one of them, read as bytes so that nothing is loaded in vain. */
final class ClassArchive {
    private static final String JBOSS_LOADER = "org.jboss.modules.ModuleClassLoader";

    private final Class<?> anchor;

    private ClassArchive(Class<?> anchor) {
        this.anchor = anchor;
    }

    static ClassArchive around(Class<?> anchor) {
        return new ClassArchive(anchor);
    }

    /** Where the class came from; the loader's name where the server does not tell. */
    static String locationOf(Class<?> type) {
        String loader =
                type.getClassLoader() == null ? "" : type.getClassLoader().toString();
        if (isJbossModule(type.getClassLoader())) {
            return loader;
        }
        Path path = pathOf(type);
        return path == null ? loader : path.toString();
    }

    /** The classes whose bytes name the annotation, loaded but not initialised. */
    List<Class<?>> classesNaming(Class<?> annotation) {
        BytePattern descriptor =
                new BytePattern(("L" + annotation.getName().replace('.', '/') + ";").getBytes(StandardCharsets.UTF_8));
        ClassLoader loader = anchor.getClassLoader();
        if (loader == null) {
            return List.of();
        }
        List<String> hits = new ArrayList<>();
        Visitor visitor = (name, bytes) -> {
            if (descriptor.isIn(bytes.get())) {
                hits.add(name);
            }
        };
        try {
            if (isJbossModule(loader)) {
                visitModule(loader, visitor);
            } else {
                visitPath(pathOf(anchor), visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of " + anchor.getName() + " cannot be read: " + e, e);
        }
        return hits.stream()
                .distinct()
                .<Class<?>>map(name -> load(name, loader))
                .toList();
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("The entity class " + name + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static boolean isJbossModule(@Nullable ClassLoader loader) {
        for (Class<?> type = loader == null ? null : loader.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(JBOSS_LOADER)) {
                return String.valueOf(loader).contains("deployment.");
            }
        }
        return false;
    }

    /** WildFly serves archives from a virtual file system; its module loader lists what a module holds itself. */
    private static void visitModule(ClassLoader loader, Visitor visitor) throws IOException {
        try {
            Iterator<?> resources = (Iterator<?>) loader.getClass()
                    .getMethod("iterateResources", String.class, boolean.class)
                    .invoke(loader, "", true);
            Class<?> type = Class.forName(
                    "org.jboss.modules.Resource", false, loader.getClass().getClassLoader());
            Method getName = type.getMethod("getName");
            Method openStream = type.getMethod("openStream");
            while (resources.hasNext()) {
                Object resource = resources.next();
                String name = (String) getName.invoke(resource);
                if (isClass(name)) {
                    visitor.visit(className(name), () -> read(openStream, resource));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException("WildFly's module loader does not list its classes", e);
        }
    }

    private static byte[] read(Method openStream, Object resource) throws IOException {
        try (InputStream in = (InputStream) openStream.invoke(resource)) {
            return in.readAllBytes();
        } catch (ReflectiveOperationException e) {
            throw new IOException("A class of the deployment cannot be read", e);
        }
    }

    private static void visitPath(@Nullable Path path, Visitor visitor) throws IOException {
        if (path == null) {
            return;
        }
        if (Files.isDirectory(path)) {
            visitDirectory(path, visitor);
        } else if (Files.isRegularFile(path)) {
            visitJar(path, visitor);
        }
    }

    private static void visitDirectory(Path root, Visitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Predicate<Path> ours = file -> isClass(file.toString());
            for (Path file : (Iterable<Path>) files.filter(ours)::iterator) {
                String name = root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/");
                visitor.visit(className(name), () -> Files.readAllBytes(file));
            }
        }
    }

    private static void visitJar(Path jar, Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isClass(entry.getName())) {
                    visitor.visit(
                            className(entry.getName()),
                            () -> zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class");
    }

    private static String className(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }

    private static @Nullable Path pathOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            URI uri = source.getLocation().toURI();
            return "file".equals(uri.getScheme()) ? rootOf(Path.of(uri), type) : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Payara names the class file itself for a class of a WAR; its root is as many steps up as its name has parts. */
    private static @Nullable Path rootOf(Path source, Class<?> type) {
        Path root = source;
        if (source.toString().endsWith(".class")) {
            for (int part = type.getName().split("\\.").length; root != null && part > 0; part--) {
                root = root.getParent();
            }
        }
        return root;
    }

    private interface Visitor {
        void visit(String className, Bytes bytes) throws IOException;
    }

    private interface Bytes {
        byte[] get() throws IOException;
    }
}
