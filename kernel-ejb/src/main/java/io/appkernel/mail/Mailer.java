package io.appkernel.mail;

/** Sends mail, as the application has it set up. To inject. Thread-safe. */
public final class Mailer {
    private final MailSender sender;

    /** Mail that goes by this sender. */
    public Mailer(MailSender sender) {
        this.sender = sender;
    }

    /**
     * Sends it; outside prod, and with no sender, it is written to the log, content and all.
     *
     * @throws io.appkernel.errors.KernelException unavailable, in prod with no sender
     */
    public void send(Mail mail) {
        sender.send(mail);
    }

    /** Whether mail reaches anybody. */
    public boolean isConfigured() {
        return sender.isConfigured();
    }
}
