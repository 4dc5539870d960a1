package io.appkernel.queue;

import java.time.Duration;

/**
 * What a queue keeps.
 *
 * @param lease how long a job belongs to its owner unless renewed
 * @param keepEnded how long one that is done or cancelled can be looked up, and its id is taken
 * @param listed how many of the newest jobs are listed
 * @param listedPerUser the same for one user
 * @param keepUserList how long a user's list lives after their last job
 */
public record QueueLimits(Duration lease, Duration keepEnded, int listed, int listedPerUser, Duration keepUserList) {
    public static final QueueLimits STANDARD =
            new QueueLimits(Duration.ofSeconds(30), Duration.ofDays(1), 100_000, 1_000, Duration.ofDays(30));
}
