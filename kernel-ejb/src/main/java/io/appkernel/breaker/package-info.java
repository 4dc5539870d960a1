/**
 * Sparing callers the wait for a service that is away. Start with {@link io.appkernel.breaker.Breaker}; database and
 * Redis each stand behind one.
 *
 * <p>Decision: a count of failures in a row, told by whoever calls. Why: the caller knows which failure says that the
 * service is away and which one only that a question was wrong. Rejected: a library's error rate, which one bad route
 * would move.
 */
@NullMarked
@Uses({})
package io.appkernel.breaker;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
