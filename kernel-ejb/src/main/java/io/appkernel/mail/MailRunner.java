package io.appkernel.mail;

import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail behind the back of whoever wants it sent: a mail server takes seconds, and the time must not tell whether
 * there was somebody to write to. What waits is lost with the process. To inject. Thread-safe.
 */
@ApplicationScoped
public class MailRunner {
    private static final int MOST_WAITING = 1_000;
    private static final long JOIN_MILLIS = 5_000;

    @Inject
    private Mailer mailer;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable Thread thread;

    /** The thread is made here, for a thread keeps the context of its maker. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) KernelStarted event) {
        Thread made = threads.newThread(this::work);
        made.setName("kernel-mail");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    private void work() {
        try {
            while (true) {
                waiting.take().run();
            }
        } catch (InterruptedException e) {
            // The application stops.
        }
    }

    /** Sends it soon. When that fails, or too much waits, the log says so, without the content. */
    public void send(Mail mail) {
        if (!waiting.offer(() -> sendNow(mail))) {
            log.error("mail was not sent: too much of it waits", "subject", mail.subject());
        }
    }

    private void sendNow(Mail mail) {
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            log.error("mail was not sent", e, "subject", mail.subject());
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 60) KernelStopping event) {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
