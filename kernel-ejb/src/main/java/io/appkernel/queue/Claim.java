package io.appkernel.queue;

/**
 * A job that is the caller's until its lease ends.
 *
 * @param token proves it; another owner has another
 * @param attempt counts from 1; above {@code maxAttempts} when those who tried before never answered
 * @param body as it was enqueued
 */
public record Claim(String id, String token, int attempt, int maxAttempts, String body) {}
