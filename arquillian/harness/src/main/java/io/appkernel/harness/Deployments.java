package io.appkernel.harness;

/** How one server gets the app and gets rid of it. Both calls return when the server says that it is done. */
public interface Deployments {
    void deploy();

    void undeploy();
}
