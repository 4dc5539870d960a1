package io.appkernel.lifecycle;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

@Singleton
@Startup
public class KernelLifecycle {
    @PostConstruct
    void start() {  }

    @PreDestroy
    void stop() {  }
}
