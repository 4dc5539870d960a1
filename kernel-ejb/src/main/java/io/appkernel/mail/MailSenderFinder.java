package io.appkernel.mail;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the app's own sender, in whichever archive it stands. Public because the service loader creates it. */
public final class MailSenderFinder implements Finder {
    private final List<Reference<MailSender>> found = new ArrayList<>();

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(MailSender.class)) {
            found.add(new Reference<>(event.getBean(), MailSender.class));
        }
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        if (found.size() > 1) {
            List<String> names = found.stream()
                    .map(sender -> sender.bean().getBeanClass().getName())
                    .sorted()
                    .toList();
            problems.accept("There are " + found.size() + " beans that are a MailSender, " + String.join(" and ", names)
                    + ": mail goes one way, so keep one");
        }
    }

    /** The app's sender, if it has one. */
    Optional<Reference<MailSender>> found() {
        return found.stream().findFirst();
    }
}
