package io.appkernel.net;

/**
 * Who is at the other end of a request; hangs on its {@code Call}. Immutable.
 *
 * @param ip the client's address, past the proxies that are trusted
 * @param userAgent what the client says of itself; empty when it says nothing
 */
public record Peer(String ip, String userAgent) {}
