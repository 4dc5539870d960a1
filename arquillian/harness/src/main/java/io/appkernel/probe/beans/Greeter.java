package io.appkernel.probe.beans;

import jakarta.enterprise.context.ApplicationScoped;

/** Package-private, scoped, and so behind a client proxy: the servers must define that proxy in this very package. */
@ApplicationScoped
class Greeter {
    String greet(String name) {
        return "Hello " + name;
    }
}
