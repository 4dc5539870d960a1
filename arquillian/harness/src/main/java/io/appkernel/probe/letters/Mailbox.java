package io.appkernel.probe.letters;

import io.appkernel.mail.Mail;
import io.appkernel.mail.MailSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every mail. */
@ApplicationScoped
class Mailbox implements MailSender {
    private final List<Mail> all = new CopyOnWriteArrayList<>();

    @Override
    public void send(Mail mail) {
        all.add(mail);
    }

    List<Mail> to(String address) {
        return all.stream().filter(mail -> mail.to().equals(address)).toList();
    }
}
