/**
 * Log lines: one JSON object a line on the process's stdout, each with the request id, the caller and the
 * workspace of the work it belongs to.
 *
 * <p>Start reading at {@link io.appkernel.log.KernelLog}. A call makes a line on its own thread ({@code Journal},
 * {@code JsonLines}), leaves it in a bounded {@code LogQueue}, and one {@code LogWriter} thread writes batches to
 * the sinks. Settings: {@link io.appkernel.log.LogSettings}.
 *
 * <ul>
 *   <li>Stdout is the file descriptor itself. Why: WildFly wraps {@code System.out} and would print its own prefix
 *       before our JSON. Rejected: {@code System.out}. A server started in the background without a terminal may
 *       throw its stdout away (Payara's {@code start-domain}): use {@code kernel.log.output=server} there. WildFly colours its console
 *       and puts the end of a colour before our next line: set the console handler's formatter to {@code PATTERN}.
 *   <li>A full queue waits a few milliseconds once, then drops and counts until there is room. Why: a stuck pipe must
 *       not stop requests. Rejected: blocking until written; dropping without a count.
 *   <li>The writer sleeps up to 100 ms for a batch and wakes at once for an error. Why: a wake-up per line costs
 *       the request more than the line. Rejected: a flush per line.
 *   <li>{@code java.util.logging} and SLF4J of the app stay with the server. Why: their handlers are static and
 *       belong to every deployment of the process; hooking them would leak. Rejected: a root handler of ours.
 *   <li>Lines are built by hand from escaped parts. Why: a fixed shape needs no generator per line; escaping itself is
 *       Jackson's. Rejected: a JSON encoder for Logback or Log4j, which would put a second logging system in the
 *       server.
 * </ul>
 */
@NullMarked
@Uses({"context", "settings"})
package io.appkernel.log;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
