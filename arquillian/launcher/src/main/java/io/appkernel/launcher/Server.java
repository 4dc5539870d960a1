package io.appkernel.launcher;

import java.io.IOException;
import java.util.List;

/** One kind of application server: how to start it on loopback with one archive, and what its log lines mean. */
sealed interface Server permits PayaraMicro, PayaraServer, WildFly {

    /** What a log line says about the deployment. */
    enum Sign {
        NONE,
        DEPLOYED,
        FAILED
    }

    /** Lays out the server's own directory afresh and gives the command that runs the server in the foreground. */
    List<String> command() throws IOException, InterruptedException;

    /** Reads the next line of the server's output; called with every line in order, by one thread. */
    Sign read(String line);

    /** Where its management listens, empty when it has none. */
    String management();
}
