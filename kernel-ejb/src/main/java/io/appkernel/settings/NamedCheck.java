package io.appkernel.settings;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A check with the name to blame when it throws.
 *
 * @param loader what the check's code expects as the thread's context class loader
 */
record NamedCheck(String name, ClassLoader loader, Supplier<EnvCheck> check) {

    /** The failures. A check that asks for a record whose values were refused has nothing to add to that report. */
    List<String> run(KernelSettings settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return List.copyOf(check.get().check(settings));
        } catch (UnboundSettings e) {
            return List.of();
        } catch (RuntimeException e) {
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            return List.of("the check " + name + " failed: " + reason);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
