package io.appkernel.queue;

/**
 * A job that is the caller's until its lease ends. Its id and its token say all, so equality looks at these alone.
 *
 * @param token proves it; another owner has another
 * @param attempt counts from 1; above {@code maxAttempts} when those who tried before never answered
 * @param round how often it was enqueued again after it had been given up
 * @param head what the queue knows of the job besides, for the queue's own use
 * @param body as it was enqueued
 */
public record Claim(String id, String token, int attempt, int maxAttempts, int round, String head, String body) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Claim claim && claim.id.equals(id) && claim.token.equals(token);
    }

    @Override
    public int hashCode() {
        return id.hashCode() + 31 * token.hashCode();
    }
}
