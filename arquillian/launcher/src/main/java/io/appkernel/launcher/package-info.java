/**
 * Starts one application server with one archive in it, on loopback, for a person at a terminal: checks what can be
 * checked first, lays out the server's own directory, streams its output, says when it is ready and how to use it, and
 * leaves nothing running when it ends. Plain JDK; no server is on its class path.
 *
 * <p>Start reading at {@link io.appkernel.launcher.Launcher}. Each server is one {@link io.appkernel.launcher.Server}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The launcher runs inside Maven's JVM, the server in its own. Ctrl-C then waits for the server's stop before the
 *       prompt comes back. Rejected: a JVM for the launcher, which Maven would leave behind on Ctrl-C.
 *   <li>A Java agent in the server ends it when the launcher is gone. Even {@code kill -9} leaves no server. Rejected:
 *       a pid file that the next start would have to trust.
 *   <li>The server's directory is laid out afresh at every start, beside the unpacked distribution, which stays as
 *       unpacked. A start never depends on how the last one ended. Rejected: keeping server state, which saves under a
 *       second.
 *   <li>Servers are started by their Java command, without their scripts. One process to signal, and it works the same
 *       on every system. Rejected: {@code standalone.sh} and {@code asadmin start-domain}, which put a process between.
 *   <li>What a server says in its log decides that a deployment failed, what {@code /readyz} answers decides that it is
 *       up. Rejected: HTTP alone, which cannot tell a slow deployment from a failed one.
 * </ul>
 */
@NullMarked
package io.appkernel.launcher;

import org.jspecify.annotations.NullMarked;
