/**
 * Reading and writing entities. Start with {@link io.appkernel.store.EntityStore}.
 *
 * <p>Decisions
 * <ul>
 *   <li>One EntityManager per transaction, which the store and plain JPA share, so that they never see different things.
 *       Rejected: one for each, which would have to be told of the other's writes.
 *   <li>Conditions are parsed and become expressions of the mapper: what is no known name, operator or parameter cannot
 *       get into SQL. Values are parameters only; a literal in the text is refused, for that is how joined strings look.
 *   <li>An upsert waits for its like: in this process by a permit, across processes by a lock of the database, so that it
 *       needs no unique index. Rejected: {@code ON CONFLICT} and its kin, which need one and tell no history.
 * </ul>
 */
@NullMarked
@Uses({"context", "db", "entities", "errors", "history", "json", "migrations", "orm", "plugin", "schema"})
package io.appkernel.store;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
