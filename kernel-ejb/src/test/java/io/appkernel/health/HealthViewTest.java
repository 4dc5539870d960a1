package io.appkernel.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthViewTest {
    private final Health health = new Health() {
        @Override
        public HealthReport liveness() {
            return HealthReport.of(List.of());
        }

        @Override
        public HealthReport readiness() {
            return HealthReport.of(
                    List.of(new CheckReport("disk", Status.DOWN, Map.of("free_bytes", 7L), Duration.ofMillis(12))));
        }
    };

    @Test
    void aConsoleSeesEveryCheckWithoutAClassOfTheKernel() throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        ObjectName name = new ObjectName("kernel:type=Health");
        server.registerMBean(new StandardMBean(new HealthView(health), HealthMXBean.class, true), name);

        assertThat(server.getAttribute(name, "Liveness")).isEqualTo("UP");
        assertThat(server.getAttribute(name, "Readiness")).isEqualTo("DOWN");
        CompositeData disk = ((CompositeData[]) server.getAttribute(name, "ReadinessChecks"))[0];
        assertThat(disk.get("name")).isEqualTo("disk");
        assertThat(disk.get("status")).isEqualTo("DOWN");
        assertThat(disk.get("durationMillis")).isEqualTo(12L);
        CompositeData free = ((TabularData) disk.get("data")).get(new Object[] {"free_bytes"});
        assertThat(free.get("value")).isEqualTo("7");
    }
}
