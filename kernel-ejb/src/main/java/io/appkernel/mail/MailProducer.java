package io.appkernel.mail;

import io.appkernel.log.KernelLog;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;

/** Makes what is injected, once: over the app's sender if it has one. */
@Dependent
class MailProducer {
    @Produces
    @Singleton
    Mailer mailer(MailSenderFinder finder, BeanManager beans, NodeSettings node, KernelLog log) {
        return new Mailer(finder.found()
                .map(own -> own.get(beans))
                .orElseGet(() -> new NoSender(node.environment() == Environment.PROD, log)));
    }
}
