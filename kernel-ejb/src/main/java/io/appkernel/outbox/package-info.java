/**
 * Jobs that are enqueued in a transaction. Start with {@link io.appkernel.outbox.Outbox}.
 *
 * <p>Table: {@code kernel_outbox}, one row for each such job until its end is known. {@code sent_ms} is 0 until it was
 * moved to Redis, then when it was last sent or looked for.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Rows are taken with {@code SKIP LOCKED}, by any node. Rejected: one node that moves all, which may die; reading
 *       "newer than the last", which misses transactions that commit out of order.
 *   <li>A row stays until its job has ended. A Redis that forgot the job gets it again. Rejected: deleting when sent.
 * </ul>
 */
@NullMarked
@Uses({"db", "json", "migrations", "queue", "schema"})
package io.appkernel.outbox;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
