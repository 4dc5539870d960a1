package io.appkernel.probe.chores;

import jakarta.enterprise.context.RequestScoped;

/** Only there when a request scope is. */
@RequestScoped
class Hand {
    int fingers() {
        return 5;
    }
}
