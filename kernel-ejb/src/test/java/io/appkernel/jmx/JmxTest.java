package io.appkernel.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.log.KernelLog;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JmxTest {
    private static final KernelLog LOG = KernelLog.to(line -> {});

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Jmx jmx = new Jmx(server, "shop", LOG);

    @Test
    void theNameCarriesTheTypeAndTheApplication() throws Exception {
        ObjectName name = jmx.register("Lamp", new RedLamp());

        assertThat(name).isEqualTo(new ObjectName("kernel:type=Lamp,app=shop"));
        assertThat(server.getAttribute(name, "Colour")).isEqualTo("red");
    }

    @Test
    void attributesAndOperationsExplainThemselves() throws Exception {
        MBeanInfo info = server.getMBeanInfo(jmx.register("Lamp", new RedLamp()));

        assertThat(info.getDescription()).isEqualTo("A lamp");
        assertThat(info.getAttributes())
                .extracting(MBeanAttributeInfo::getDescription)
                .containsExactlyInAnyOrder("Its colour", "Whether it burns");
        assertThat(info.getOperations()[0].getDescription()).isEqualTo("Puts it out");
    }

    @Test
    void anApplicationsNameMayHoldAnyCharacter() throws Exception {
        ObjectName name = new Jmx(server, "a,b=\"c\":*?", LOG).register("Lamp", new RedLamp());

        assertThat(server.isRegistered(name)).isTrue();
        assertThat(ObjectName.unquote(name.getKeyProperty("app"))).isEqualTo("a,b=\"c\":*?");
    }

    @Test
    void aSecondDeploymentOfTheSameNameGetsANumberForAllItsBeans() throws Exception {
        jmx.register("Lamp", new RedLamp());
        Jmx second = new Jmx(server, "shop", LOG);

        assertThat(second.register("Lamp", new RedLamp()))
                .isEqualTo(new ObjectName("kernel:type=Lamp,app=shop,instance=2"));
        assertThat(second.register("Other", new RedLamp()))
                .isEqualTo(new ObjectName("kernel:type=Other,app=shop,instance=2"));
    }

    @Test
    void aTypeIsRegisteredOnce() {
        jmx.register("Lamp", new RedLamp());

        assertThatThrownBy(() -> jmx.register("Lamp", new RedLamp()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kernel:type=Lamp,app=shop");
    }

    @Test
    void whatIsNoMxBeanIsRefused() {
        assertThatThrownBy(() -> jmx.register("Text", "text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsLeftAtTheEnd() throws Exception {
        ObjectName first = jmx.register("Lamp", new RedLamp());
        ObjectName second = jmx.register("Other", new RedLamp());
        server.unregisterMBean(first);

        jmx.unregisterAll();

        assertThat(server.isRegistered(second)).isFalse();
        assertThat(server.queryNames(new ObjectName("kernel:*"), null)).isEmpty();
    }

    @Test
    void theKernelSaysWhatItIsAndSinceWhen() throws Exception {
        NodeSettings node = new NodeSettings(
                "shop", "1.2", "", Environment.TEST, NodeRole.WORKER, "/api", false, Path.of("d"), Optional.empty());
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-10T14:30:00.123Z"));
        ObjectName name = jmx.register("Kernel", new KernelView(node, now::get));
        now.set(Instant.parse("2026-02-10T14:31:00.123Z"));

        assertThat(server.getAttribute(name, "Name")).isEqualTo("shop");
        assertThat(server.getAttribute(name, "Version")).isEqualTo("1.2");
        assertThat(server.getAttribute(name, "Environment")).isEqualTo("test");
        assertThat(server.getAttribute(name, "Role")).isEqualTo("worker");
        assertThat(server.getAttribute(name, "StartedAt")).isEqualTo("2026-02-10T14:30:00Z");
        assertThat(server.getAttribute(name, "UptimeSeconds")).isEqualTo(60L);
    }

    @Help("A lamp")
    public interface LampMXBean {
        @Help("Its colour")
        String getColour();

        @Help("Whether it burns")
        boolean isBurning();

        @Help("Puts it out")
        void putOut();
    }

    private static final class RedLamp implements LampMXBean {
        @Override
        public String getColour() {
            return "red";
        }

        @Override
        public boolean isBurning() {
            return true;
        }

        @Override
        public void putOut() {}
    }
}
