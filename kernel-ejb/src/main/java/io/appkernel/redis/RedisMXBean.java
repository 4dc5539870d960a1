package io.appkernel.redis;

import io.appkernel.jmx.Help;

/** Redis for a JMX console. Public because JMX demands it of an MXBean's interface. */
@Help("The application's Redis and the pool of connections to it")
public interface RedisMXBean {
    @Help("server, sentinel, cluster, embedded or none")
    String getKind();

    @Help("True while callers are turned away because Redis could not be reached")
    boolean isBreakerOpen();

    @Help("Connections somebody works with")
    long getActive();

    @Help("Open connections nobody needs right now")
    long getIdle();

    @Help("Callers waiting for a connection")
    long getAwaiting();

    @Help("Connections opened since the start")
    long getOpened();

    @Help("Calls that Redis answered")
    long getAnswered();

    @Help("Calls that failed because Redis was away, full or busy")
    long getUnavailable();

    @Help("Calls that Redis refused or that failed by themselves")
    long getFailed();

    @Help("Closes the connections that nobody needs right now")
    void closeIdle();
}
