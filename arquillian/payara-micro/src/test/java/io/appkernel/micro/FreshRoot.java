package io.appkernel.micro;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.event.container.BeforeDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Has each deployment begin with an empty directory. Payara Micro is ended with its app deployed, remembers that there, and
 * would start it once more before the next. Whoever undeploys does not wait until it is gone, and it writes to the end.
 */
public final class FreshRoot implements LoadableExtension {
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Watch.class);
    }

    /** Public because Arquillian creates it. */
    public static final class Watch {
        public void empty(@Observes BeforeDeploy event) throws Exception {
            for (ProcessHandle before : servers()) {
                before.onExit().get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
            }
            Path root = Path.of(System.getProperty("kernel.test.server"), "micro-root");
            if (Files.exists(root)) {
                Files.walkFileTree(root, new Removal());
            }
        }
    }

    /** The other programs that tests start are no Java. */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .toList();
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
