/**
 * Brings the live schema to what the entity classes say: at start, forward only, one instance of many, and never at the
 * cost of a row. Start with {@link io.appkernel.migrations.Migrations}, or with {@link
 * io.appkernel.migrations.Schema}, which does it for the deployment.
 *
 * <p>Tables: {@code kernel_migrations}, one row for each migration, and {@code kernel_lock} on H2.
 *
 * <p>A dry run changes nothing and says what a start would do: operations, SQL, what stands in the way, what no class
 * knows. With {@code kernel.schema.dry-run=exit} the server prints it and the process ends, with status 0 when there is
 * nothing to do, 2 when there are changes, 3 when something stands in their way, 1 when the database does not tell:
 * {@code java -Dkernel.schema.dry-run=exit -jar payara-micro.jar --deploy app.war}, or on WildFly {@code standalone.sh
 * -Dkernel.schema.dry-run=exit} with the EAR among its deployments. With {@code refuse} only the deployment ends and its
 * message is the plan, for servers that others use; on Payara Server it stands in server.log.
 *
 * <p>Decisions:
 * <ul>
 *   <li>The newest finished record's hash of the wanted tables is the fingerprint. Why: a start that changes nothing
 *       costs one query; on MySQL and MariaDB also a look for the table, for the sake of a quiet log. Rejected:
 *       comparing the live schema each time.
 *   <li>A record says what will happen before it happens. Why: after a crash the next start knows which copies to
 *       repeat; every other change shows in the schema itself. Rejected: a transaction around it all, which only
 *       PostgreSQL has for DDL.
 *   <li>The lock is held by a session of the database. Why: it falls when the session ends, however it ends. Rejected:
 *       a row with a lease, which must outlast the longest migration and delays the start after a crash.
 *   <li>Each {@link io.appkernel.migrations.Turn} has a lock of its own. Why: what a request does must not wait for a
 *       migration, however long that takes. Rejected: one lock for all.
 *   <li>The kernel runs the statements itself and writes them as a file that Liquibase can run elsewhere. Why: a first
 *       start that creates 100 tables costs 1.1 times the bare statements; through Liquibase 2 times, and 6 in a JVM
 *       that has not loaded it yet, and its own lock would have to be broken after a crash. Rejected: running the file
 *       with Liquibase at start.
 *   <li>A dry run is a start of the app itself. Why: only there do its classes, its settings and its database meet as
 *       they will. Rejected: a main class, which would have to bring a server's APIs, find the classes in a WAR or an
 *       EAR and read the settings a second way.
 *   <li>It ends the process at once, without a word to the server. Why: servers end with a status of their own, and wait
 *       for the deployment that wants to end them. Rejected: an orderly exit.
 * </ul>
 */
@NullMarked
@Uses({"db", "errors", "json", "lifecycle", "log", "schema", "settings"})
package io.appkernel.migrations;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
