package io.appkernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.log.KernelLog;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    private static final String HERE = "io.appkernel.metrics.AnnotationsTest.";

    /** Held, or the level could be forgotten with the logger. */
    private static final Logger WELD = Logger.getLogger("org.jboss.weld");

    static {
        WELD.setLevel(Level.SEVERE);
    }

    private final SeContainer container = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(
                    AnnotatedMeters.class,
                    Profiles.class,
                    TimedInterceptor.class,
                    CountedInterceptor.class,
                    ProfiledInterceptor.class,
                    Base.class,
                    Shop.class,
                    Basket.class,
                    Named.class,
                    Alone.class)
            .initialize();
    private final Base base = container.select(Base.class).get();
    private final SimpleMeterRegistry registry = base.registry;

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void aMethodIsTimedAndCountedUnderItsClass() {
        Shop shop = container.select(Shop.class).get();
        shop.buy();
        shop.buy();

        assertThat(registry.get(HERE + "Shop.buy").timer().count()).isEqualTo(2);
        assertThat(registry.get(HERE + "Shop.buy").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(90.4);
        assertThat(registry.get(HERE + "Shop.buy_total").counter().count()).isEqualTo(2);
    }

    @Test
    void namesTagsDescriptionAndUnitAreHonoured() {
        container.select(Shop.class).get().sell();

        assertThat(registry.get(HERE + "Shop.sold_total")
                        .tags("kind", "a=b")
                        .counter()
                        .getId())
                .satisfies(id -> assertThat(id.getBaseUnit()).isEqualTo("coins"))
                .satisfies(id -> assertThat(id.getDescription()).isEqualTo("what was sold"));
        assertThat(registry.get("sales").timer().count()).isEqualTo(1);
    }

    @Test
    void failedCallsAreMeasuredToo() {
        Shop shop = container.select(Shop.class).get();
        assertThatThrownBy(shop::fail).hasMessage("no");

        assertThat(registry.get(HERE + "Shop.fail").timer().count()).isEqualTo(1);
        assertThat(registry.get(HERE + "Shop.fail_total").counter().count()).isEqualTo(1);
    }

    @Test
    void aClassGivesItsAnnotationToEachMethodUnlessTheMethodHasItsOwn() {
        Named named = container.select(Named.class).get();
        named.one();
        named.two();

        assertThat(registry.get("io.appkernel.metrics.custom.one").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("second").timer().count()).isEqualTo(1);
        assertThat(registry.get("Named.one_total").counter().count()).isEqualTo(1);
    }

    @Test
    void anAnnotationThatCannotBeMeasuredIsLoggedOnceAndTheCallStillWorks() {
        Shop shop = container.select(Shop.class).get();
        assertThat(shop.wrong()).isEqualTo("fine");
        assertThat(shop.wrong()).isEqualTo("fine");

        assertThat(base.log).singleElement().asString().contains("tag \\\"oops\\\" must read name=value");
    }

    @Test
    void aProfiledMethodIsLoggedAndTimed() {
        Alone alone = container.select(Alone.class).get();
        alone.work();
        assertThatThrownBy(alone::fail).hasMessage("no");

        assertThat(base.log.get(0)).contains(HERE.replace("Test.", "Test$") + "Alone - nightly completed in 45.2 ms");
        assertThat(base.log.get(1)).contains("failed after 0.0 ms");
        assertThat(registry.get("profiled").tags("name", "nightly").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("profiled").tags("method", "Alone.fail").timer().count())
                .isEqualTo(1);
    }

    /** What the annotated beans need. */
    @Singleton
    static class Base {
        final MockClock clock = new MockClock();
        final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        final List<String> log = new CopyOnWriteArrayList<>();

        @Produces
        @Singleton
        MockClock clock() {
            return clock;
        }

        @Produces
        @Singleton
        Metrics metrics() {
            return new Metrics(registry);
        }

        @Produces
        @Dependent
        KernelLog log() {
            return KernelLog.to(log::add);
        }
    }

    @ApplicationScoped
    static class Shop {
        @Inject
        MockClock clock;

        @Timed
        @Counted
        void buy() {
            clock.add(Duration.ofNanos(45_200_000));
        }

        @Timed(name = "sales", absolute = true)
        @Counted(name = "sold", tags = "kind=a=b", description = "what was sold", unit = "coins")
        void sell() {}

        @Timed
        @Counted
        void fail() {
            throw new IllegalStateException("no");
        }

        @Timed(tags = "oops")
        String wrong() {
            return "fine";
        }
    }

    /** Passivating: its interceptors have to be serializable, or the container does not even start. */
    @Timed
    @Counted
    @Profiled
    @SessionScoped
    static class Basket implements Serializable {
        private static final long serialVersionUID = 1L;

        void add() {}
    }

    @ApplicationScoped
    @Timed(name = "custom")
    @Counted(absolute = true)
    static class Named {
        void one() {}

        @Timed(name = "second", absolute = true)
        void two() {}
    }

    @ApplicationScoped
    static class Alone {
        @Inject
        MockClock clock;

        @Profiled("nightly")
        void work() {
            clock.add(Duration.ofNanos(45_200_000));
        }

        @Profiled
        void fail() {
            throw new IllegalStateException("no");
        }
    }
}
