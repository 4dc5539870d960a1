package io.appkernel.mail;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;

/** What stands in while nothing sends mail: outside prod whoever develops reads it in the log. */
final class NoSender implements MailSender {
    private final boolean prod;
    private final KernelLog log;

    NoSender(boolean prod, KernelLog log) {
        this.prod = prod;
        this.log = log;
    }

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public void send(Mail mail) {
        if (prod) {
            throw new KernelException(
                    ErrorCode.UNAVAILABLE,
                    "This service sends no mail. The operator gives it a bean that implements MailSender.");
        }
        log.info("mail that would go to " + mail.to() + ": " + mail.subject() + "\n" + mail.text());
    }
}
