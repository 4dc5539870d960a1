package io.appkernel.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.entities.KernelEntity;
import io.appkernel.store.woven.Album;
import io.appkernel.store.woven.Artist;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entity classes that were woven when they were built, as the package {@code orm} says how. */
class WeavingTest {
    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="weaving">
                <class>io.appkernel.store.woven.Album</class>
                <class>io.appkernel.store.woven.Artist</class>
                <properties>
                  <property name="eclipselink.weaving.changetracking" value="false"/>
                  <property name="eclipselink.weaving.fetchgroups" value="false"/>
                  <property name="eclipselink.weaving.internal" value="false"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    @TempDir
    Path directory;

    private Class<?> albums;
    private Class<?> artists;
    private URLClassLoader loader;
    private TestEntities entities;

    @BeforeEach
    void weave() throws Exception {
        Path built = Files.createDirectory(directory.resolve("built"));
        for (Class<?> type : List.of(Album.class, Artist.class)) {
            copy(type, built);
        }
        Path unit = Files.createDirectories(directory.resolve("unit/META-INF"));
        Files.writeString(unit.resolve("persistence.xml"), UNIT);
        Path woven = Files.createDirectory(directory.resolve("woven"));
        StaticWeave.main(new String[] {
            "-persistenceinfo",
            unit.getParent().toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            built.toString(),
            woven.toString()
        });
        loader = new ChildFirst(woven.toUri().toURL());
        albums = loader.loadClass(Album.class.getName());
        artists = loader.loadClass(Artist.class.getName());
        entities = TestEntities.of(DatabaseKind.H2, albums, artists);
    }

    @AfterEach
    void close() throws IOException {
        entities.close();
        loader.close();
    }

    private static void copy(Class<?> type, Path to) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path file = to.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in), file);
        }
    }

    private String id(Class<?> type, Map<String, ?> data) {
        Object saved = entities.stores.rows(type).writing(work -> work.save(data));
        return Objects.requireNonNull(((KernelEntity) saved).getId());
    }

    private Object read(String album) {
        return entities.stores.rows(albums).reading(work -> work.get(album).orElseThrow());
    }

    private boolean isLoaded(Object entity) {
        return entities.stores
                .manager()
                .getEntityManagerFactory()
                .getPersistenceUnitUtil()
                .isLoaded(entity, "artist");
    }

    @Test
    void aLazyReferenceIsReadWhenItIsUsed() {
        String artist = id(artists, Map.of("name", "Nina"));
        String album = id(albums, Map.of("title", "Blue", "artist", artist));

        entities.stores.managers().writing(manager -> {
            Object found = manager.find(albums, album);
            assertThat(isLoaded(found)).isFalse();
            assertThat(found).hasToString("Blue by Nina");
            assertThat(isLoaded(found)).isTrue();
            return found;
        });
        Object alone =
                entities.stores.rows(albums).reading(work -> work.get(album).orElseThrow());
        assertThat(isLoaded(alone)).isFalse();
        assertThat(alone).hasToString("Blue by Nina");
    }

    @Test
    void whatTheStoreWritesIsWrittenAllTheSame() {
        String nina = id(artists, Map.of("name", "Nina"));
        String ella = id(artists, Map.of("name", "Ella"));
        String album = id(albums, Map.of("title", "Blue", "artist", nina));
        Rows rows = entities.stores.rows(albums);

        rows.writing(work -> work.update(album, Map.of("artist", ella), null));

        assertThat(read(album)).hasToString("Blue by Ella");
        rows.writing(work -> work.update(album, Map.of("title", "Red"), null));
        assertThat(read(album)).hasToString("Red by Ella");
        assertThat(rows.history(album, null, Object.class)).hasSize(3);
        Entities untyped = new Entities(() -> entities.stores);
        assertThat(untyped.getEntity("albums", album).orElseThrow()).containsEntry("artist_id", ella);
        assertThat(untyped.entityVersion("albums", album, 1).orElseThrow().entity())
                .containsEntry("artist_id", nina);
    }

    /** The woven classes where there are any. */
    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(URL woven) {
            super(new URL[] {woven}, WeavingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("io.appkernel.store.woven.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
