package io.appkernel.jmx;

import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.NodeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanRegistrationException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.NotCompliantMBeanException;
import javax.management.ObjectName;

/** Shows a feature's MXBean to the server's console for as long as the application is deployed. Thread-safe. */
@ApplicationScoped
public class Jmx {
    private static final String SPECIAL = ",=:\"*?\n";

    private final MBeanServer server;
    private final String app;
    private final KernelLog log;
    private final List<ObjectName> names = new ArrayList<>();
    private int instance = 1;

    @Inject
    Jmx(NodeSettings node, KernelLog log) {
        this(ManagementFactory.getPlatformMBeanServer(), node.name(), log);
    }

    Jmx(MBeanServer server, String app, KernelLog log) {
        this.server = server;
        this.app = quoted(app);
        this.log = log;
    }

    /** For the proxy that stands before this bean. */
    @SuppressWarnings("NullAway")
    Jmx() {
        this.server = null;
        this.app = null;
        this.log = null;
    }

    void started(@Observes KernelStarted event, Clock clock) {
        register("Kernel", new KernelView(event.settings().get(NodeSettings.class), clock));
    }

    /**
     * Registers the bean as {@code kernel:type=<type>,app=<name>}; with {@code instance=<n>} added when another
     * deployment of that name is on the server. Unregistered by itself at undeploy.
     *
     * @param type what it shows, in CamelCase; one bean per type
     * @param mxbean implements one public interface whose name ends in {@code MXBean}
     * @return the name it got
     * @throws IllegalArgumentException when the type is taken by this application, or the bean is no MXBean
     */
    public synchronized ObjectName register(String type, Object mxbean) {
        ObjectName name = name(type);
        if (names.contains(name)) {
            throw new IllegalArgumentException(
                    "An MXBean " + name + " is registered already; give this one another type");
        }
        HelpfulMBean bean = new HelpfulMBean(mxbean);
        while (!registered(name, bean)) {
            instance++;
            name = name(type);
        }
        names.add(name);
        return name;
    }

    private boolean registered(ObjectName name, HelpfulMBean bean) {
        try {
            server.registerMBean(bean, name);
            return true;
        } catch (InstanceAlreadyExistsException e) {
            return false;
        } catch (MBeanRegistrationException | NotCompliantMBeanException e) {
            throw new IllegalArgumentException("The server refuses the MXBean " + name, e);
        }
    }

    private ObjectName name(String type) {
        String text = "kernel:type=" + type + ",app=" + app + (instance == 1 ? "" : ",instance=" + instance);
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("An MXBean's type must be a plain word, not " + type, e);
        }
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        return plain ? value : ObjectName.quote(value);
    }

    @PreDestroy
    synchronized void unregisterAll() {
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException e) {
                log.debug("an MXBean was gone already", "mxbean", name);
            } catch (JMException e) {
                log.warn("an MXBean stays and keeps the application in memory", e, "mxbean", name);
            }
        }
        names.clear();
    }
}
