/**
 * Messages to all nodes, by which they learn that something they keep in memory has changed. Start with {@link
 * io.appkernel.signals.Signals}.
 *
 * <p>Redis channel {@code <prefix>signals}: a topic, a line break, and a text that the topic defines.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Publish and subscribe, with a beat. Why: it costs a request nothing, and a listener knows within three seconds
 *       that it may have missed something. Rejected: asking Redis at each request; streams, which keep what nobody needs.
 *   <li>What is missed is not made up for here. Why: only its owner knows the source. Rejected: sending again.
 * </ul>
 */
@NullMarked
@Uses({"lifecycle", "log", "redis"})
package io.appkernel.signals;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
