package io.appkernel.micro;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.File;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.ObjectName;

/** Payara Micro in a JVM of its own, which deploys one archive and undeploys it as often as it is told. */
public final class Server implements ServerMBean {
    static final String NAME = "harness:type=PayaraMicro";
    private static final String APP = "app";

    private final PayaraMicroRuntime runtime;
    private final File archive;

    private Server(PayaraMicroRuntime runtime, File archive) {
        this.runtime = runtime;
        this.archive = archive;
    }

    /** Takes the archive, then what Payara Micro's own command line takes; ends when its input does. */
    public static void main(String[] arguments) throws Exception {
        PayaraMicroRuntime runtime = PayaraMicroLauncher.create(Arrays.copyOfRange(arguments, 1, arguments.length))
                .bootStrap();
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new Server(runtime, new File(arguments[0])), new ObjectName(NAME));
        System.in.transferTo(OutputStream.nullOutputStream());
        runtime.shutdown();
    }

    @Override
    public void deploy() {
        if (!runtime.deploy(APP, "/", archive)) {
            throw new IllegalStateException("Payara Micro did not deploy " + archive);
        }
    }

    @Override
    public void undeploy() {
        runtime.undeploy(APP);
    }
}
