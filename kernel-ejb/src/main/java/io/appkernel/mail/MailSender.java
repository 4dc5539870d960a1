package io.appkernel.mail;

/**
 * Takes mail to where it goes. A CDI bean of the app that implements this, in whichever archive, takes the place of the
 * kernel's own. Thread-safe; never called by a request thread.
 */
public interface MailSender {
    /** Sends it, or throws. */
    void send(Mail mail);

    /** Whether mail reaches anybody. */
    default boolean isConfigured() {
        return true;
    }
}
