package io.appkernel.harness;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.AttachOperationFailedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The JVM of a running server, seen from outside through the JDK's own management. */
public final class ServerJvm implements AutoCloseable {
    private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    @SuppressWarnings("BanJNDI") // The address comes from a JVM of our own user on this machine.
    private ServerJvm(String pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(pid);
            try {
                connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(machine)));
            } finally {
                machine.detach();
            }
            beans = connector.getMBeanServerConnection();
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("The server's JVM " + pid + " lets nobody in", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent cannot start in the moment in which the server puts up its own MBean server, and can a little later. */
    private static String agent(VirtualMachine machine) {
        return Waiting.until(
                        () -> {
                            try {
                                return Optional.of(machine.startLocalManagementAgent());
                            } catch (AttachOperationFailedException e) {
                                return Optional.<String>empty();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    public static ServerJvm of(Process process) {
        return new ServerJvm(Long.toString(process.pid()));
    }

    /** The one JVM that was started with this directory on its command line. */
    static ServerJvm of(Path server) {
        List<VirtualMachineDescriptor> found = VirtualMachine.list().stream()
                .filter(machine -> machine.displayName().contains(server.toString()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Looked for one server in " + server + " and found " + found);
        }
        return new ServerJvm(found.get(0).id());
    }

    /** The names of all threads that live now. */
    List<String> threads() {
        try {
            ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                    beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(Objects::nonNull)
                    .map(ThreadInfo::getThreadName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<ObjectName> names(String pattern) {
        try {
            return beans.queryNames(new ObjectName(pattern), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How many copies of a class are loaded, each by another class loader, once garbage is gone. */
    long loaded(String type) {
        call(DIAGNOSTICS, "gcRun");
        return lines("vmClassHierarchy", type)
                .filter(line -> line.contains("--" + type + "/"))
                .count();
    }

    /** How many objects of a class are reachable, counting no subclass. */
    long instances(String type) {
        return lines("gcClassHistogram")
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[3].equals(type))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }

    private Stream<String> lines(String command, String... arguments) {
        return invoke(DIAGNOSTICS, command, new Object[] {arguments}, String[].class.getName())
                .lines();
    }

    /** Calls an operation that takes nothing. */
    public void call(String bean, String operation) {
        invoke(bean, operation, new Object[0]);
    }

    private String invoke(String bean, String operation, Object[] arguments, String... types) {
        try {
            return String.valueOf(beans.invoke(new ObjectName(bean), operation, arguments, types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException("The server's JVM refused " + operation + " of " + bean, e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
