package io.appkernel.db;

import io.appkernel.jmx.Help;

/** The database for a JMX console. Public because JMX demands it of an MXBean's interface. */
@Help("The application's database and the pool of connections to it")
public interface DatabaseMXBean {
    @Help("H2, POSTGRESQL, MYSQL or MARIADB")
    String getKind();

    @Help("True while callers are turned away because the database could not be reached")
    boolean isBreakerOpen();

    @Help("True when the server manages the pool, which then tells the numbers below as -1")
    boolean isServerPool();

    @Help("Connections somebody works with")
    long getActive();

    @Help("Open connections nobody needs right now")
    long getIdle();

    @Help("Callers waiting for a connection")
    long getAwaiting();

    @Help("The most connections there were at a time")
    long getMostActive();

    @Help("Connections opened since the start")
    long getOpened();

    @Help("Connections that were out for so long that somebody must have forgotten to close them")
    long getLeaks();

    @Help("Closes the connections that nobody needs right now")
    void closeIdle();
}
