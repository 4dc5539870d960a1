package io.appkernel.launcher;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The block a person reads when the server is up. */
record Usage(
        URI address,
        String app,
        String management,
        ServerEnvironment settings,
        Optional<DevAdmin> admin,
        Duration took,
        String note) {

    void print(PrintStream out) {
        out.println();
        out.printf(Locale.ROOT, "The application is up after %.1f s%n", took.toMillis() / 1000.0);
        if (!note.isEmpty()) {
            out.println("  note     " + note);
        }
        out.println("  app      " + address.resolve(app));
        out.println("  docs     " + address.resolve("/docs"));
        out.println("  ready    " + address.resolve("/readyz"));
        out.println("  metrics  " + address.resolve("/metrics"));
        if (!management.isEmpty()) {
            out.println("  server   " + management);
        }
        out.println("  token    " + settings.token());
        out.println("           carries the role admin; kept in " + settings.tokenSource());
        out.println(
                "  try      curl -H 'Authorization: Bearer " + settings.token() + "' " + address.resolve("/metrics"));
        admin.ifPresent(found -> {
            out.println("  log in   " + found.email() + " with " + found.password());
            out.println("           kept in " + found.source());
        });
        out.println("  stop     Ctrl-C");
        out.println();
        out.flush();
    }
}
