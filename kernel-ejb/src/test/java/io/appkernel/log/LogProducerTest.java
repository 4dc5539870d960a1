package io.appkernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.context.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProducerTest {
    /** Held, or the levels could be forgotten with the loggers. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.jboss.weld"), Logger.getLogger("io.appkernel"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @TempDir
    static Path dir;

    @Test
    void theLogIsNamedAfterWhereItIsInjectedAndEndsWithTheDeployment() throws IOException {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(LogProducer.class, Calls.class, Base.class, Shop.class)
                .initialize()) {
            container.select(Shop.class).get().log.info("injected");
            container.select(KernelLog.class).get().info("looked up");
            assertThat(threads()).isEqualTo(1);
        }

        assertThat(threads()).isZero();
        assertThat(Files.readString(dir.resolve("kernel-2026-02-10.0000.log")))
                .contains("INFO  " + Shop.class.getName() + " - injected\n")
                .contains("INFO  io.appkernel - looked up\n");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kernel-log"))
                .count();
    }

    @Dependent
    static class Shop {
        @Inject
        KernelLog log;
    }

    @ApplicationScoped
    static class Base {
        @Produces
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T14:30:00Z"), ZoneOffset.UTC);

        @Produces
        LogSettings settings = new LogSettings(
                "info", LogFormat.TEXT, LogOutput.SERVER, Optional.of(dir), 50_000_000, 14, 4_000_000, 8192);
    }
}
