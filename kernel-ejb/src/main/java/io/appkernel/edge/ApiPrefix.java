package io.appkernel.edge;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code kernel.api-prefix} where it says another path than the one the kernel's applications are compiled with: the
 * path is written into an annotation and a descriptor, so the edge leads callers from the one to the other.
 *
 * @param asked the path that callers use
 * @param fixed the path under which the application answers
 */
record ApiPrefix(String asked, String fixed) {
    private static final String[] APPLICATIONS = {
        "io.appkernel.web.KernelApplication", "io.appkernel.web.boot.EarApplication"
    };

    /** The difference, or null when the two are the same or the WAR has none of the kernel's applications. */
    static @Nullable ApiPrefix of(ServletContext context, String asked) {
        return Stream.of(APPLICATIONS)
                .map(context::getServletRegistration)
                .flatMap(servlet -> mapping(servlet).stream())
                .filter(fixed -> !fixed.equals(asked))
                .map(fixed -> new ApiPrefix(asked, fixed))
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> mapping(@Nullable ServletRegistration servlet) {
        return servlet == null
                ? Optional.empty()
                : servlet.getMappings().stream()
                        .filter(mapping -> mapping.endsWith("/*"))
                        .map(mapping -> mapping.substring(0, mapping.length() - 2))
                        .findFirst();
    }
}
