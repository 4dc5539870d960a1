/**
 * Brings the live schema to what the entity classes say: at start, forward only, one instance of many, and never at the
 * cost of a row. Start with {@link io.appkernel.migrations.Migrations}, or with {@link
 * io.appkernel.migrations.Schema}, which does it for the deployment.
 *
 * <p>Tables: {@code kernel_migrations}, one row for each migration, and {@code kernel_lock} on H2.
 *
 * <p>Decisions:
 * <ul>
 *   <li>The newest finished record's hash of the wanted tables is the fingerprint. Why: a start that changes nothing
 *       costs one query. Rejected: comparing the live schema each time.
 *   <li>A record says what will happen before it happens. Why: after a crash the next start knows which copies to
 *       repeat; every other change shows in the schema itself. Rejected: a transaction around it all, which only
 *       PostgreSQL has for DDL.
 *   <li>The lock is held by a session of the database. Why: it falls when the session ends, however it ends. Rejected:
 *       a row with a lease, which must outlast the longest migration and delays the start after a crash.
 *   <li>The kernel runs the statements itself and writes them as a file that Liquibase can run elsewhere. Why: a first
 *       start that creates 100 tables costs 1.1 times the bare statements; through Liquibase 2 times, and 6 in a JVM
 *       that has not loaded it yet, and its own lock would have to be broken after a crash. Rejected: running the file
 *       with Liquibase at start.
 * </ul>
 */
@NullMarked
@Uses({"db", "errors", "json", "lifecycle", "log", "schema", "settings"})
package io.appkernel.migrations;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
