package io.appkernel.users;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the app's own store, in whichever archive it stands. Public because the service loader creates it. */
public final class UserStoreFinder implements Finder {
    private final List<Reference<UserStore>> found = new ArrayList<>();

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(UserStore.class)) {
            found.add(new Reference<>(event.getBean(), UserStore.class));
        }
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        if (found.size() > 1) {
            problems.accept("There are " + found.size() + " beans that are a UserStore, "
                    + String.join(
                            " and ",
                            found.stream()
                                    .map(store -> store.bean().getBeanClass().getName())
                                    .sorted()
                                    .toList())
                    + ": accounts are kept in one place, so keep one");
        }
    }

    /** The app's store, if it has one. */
    Optional<Reference<UserStore>> found() {
        return found.stream().findFirst();
    }
}
