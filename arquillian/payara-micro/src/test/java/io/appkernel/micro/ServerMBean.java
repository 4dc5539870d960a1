package io.appkernel.micro;

/** What the test tells Payara Micro, through the same door by which it looks inside. */
public interface ServerMBean {
    void deploy();

    void undeploy();
}
