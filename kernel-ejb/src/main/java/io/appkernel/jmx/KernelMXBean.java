package io.appkernel.jmx;

/** The application as a whole, for a JMX console. Public because JMX demands it of an MXBean's interface. */
@Help("The application on this node")
public interface KernelMXBean {
    @Help("The application's name, kernel.name")
    String getName();

    @Help("The application's version, kernel.version")
    String getVersion();

    @Help("prod, dev or test")
    String getEnvironment();

    @Help("What this node does: all, web or worker")
    String getRole();

    @Help("When the kernel was up, in UTC")
    String getStartedAt();

    @Help("Seconds since then")
    long getUptimeSeconds();
}
