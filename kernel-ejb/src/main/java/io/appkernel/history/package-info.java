/**
 * The memory of every entity's row: one row in {@code <table>_history} per version, written in the same transaction
 * whether the change came by the store, by plain JPA or by a bulk statement. Start with
 * {@link io.appkernel.history.History}.
 *
 * <p>Decisions
 * <ul>
 *   <li>EclipseLink's events collect what changed and one batch per table is written before the commit. Rejected: its own
 *       HistoryPolicy, which knows no caller, trusts the clock of each statement and misses bulk statements.
 *   <li>A version's number is the row's own {@code @Version}, which a row lock guards, so no query is needed and no two
 *       writers can take the same. Rejected: counting rows, which costs a query per write and a lock per count.
 *   <li>A row that is made again under the id of a deleted one goes on counting after the last version.
 * </ul>
 */
@NullMarked
@Uses({"context", "db", "entities", "errors", "schema"})
package io.appkernel.history;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
