package io.appkernel.jobs;

import io.appkernel.jmx.Help;

/** Background jobs, for a JMX console. Public because JMX demands it of an MXBean's interface. */
@Help("Background jobs: what waits in Redis, for all nodes, and what this node did")
public interface JobsMXBean {
    @Help("Jobs that could run now")
    long getWaiting();

    @Help("Jobs that wait for their time")
    long getDelayed();

    @Help("Jobs that run, on any node")
    long getActive();

    @Help("Jobs that were given up")
    long getDead();

    @Help("Seconds for which the oldest job has waited")
    long getOldestSeconds();

    @Help("Jobs that this node runs now")
    int getRunningHere();

    @Help("Threads of this node that never came back from a job")
    int getStuckHere();

    @Help("Jobs this node has done since it started")
    long getDoneHere();

    @Help("Attempts that failed on this node since it started")
    long getFailedHere();

    @Help("Gives out no more jobs of this queue, on any node")
    void pause(String queue);

    @Help("Gives out jobs of this queue again")
    void resume(String queue);

    @Help("Enqueues all jobs of this queue again that were given up; answers how many")
    int retryAll(String queue);
}
