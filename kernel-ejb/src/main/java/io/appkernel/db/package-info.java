/**
 * The application's database: which one it is ({@link io.appkernel.db.DatabaseSettings}), read from a URL of the
 * familiar short form or a JDBC URL ({@link io.appkernel.db.DatabaseUrl}), a pool to it that lives in the server's
 * transactions, and how its kind wants to be spoken to ({@link io.appkernel.db.Dialect}).
 *
 * <p>Start with {@link io.appkernel.db.Db}, which app and features inject: work all or nothing, done again where the
 * database undid it. {@code DatabaseProducer} makes everything; {@code Pool} is the pool, {@code Guard} with its
 * breaker stands before it. Readiness check {@code database}, MXBean {@code kernel:type=Database}, meters {@code
 * database_*}.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Agroal with the server's transaction manager, and its own integration for it. Why: one connection per
 *       transaction and a commit that fails before the caller is told all is well, without any set-up of the server.
 *       Rejected: an own {@code Synchronization}, which commits too late to report; the server's pools alone, which
 *       somebody has to make first ({@code kernel.database.jndi} takes one that is there).
 *   <li>Only a transaction that {@code Db} itself began is done again, and never one whose connection broke while it
 *       committed. Why: the caller's half of a transaction cannot be repeated from here, and a commit may have reached
 *       the disk before the answer was lost. Rejected: retrying statements.
 *   <li>The breaker counts failures to connect and nothing else. Why: a slow or full pool and a refused statement say
 *       that the database is there. Rejected: a library's error rate, which a broken query of one route would move.
 *   <li>A connection idle for five seconds is asked whether it still answers before somebody gets it. Why: after the
 *       database was restarted nobody should meet dead connections, and a busy pool should not pay for asking.
 *       Rejected: asking every time.
 *   <li>Failures are told apart by SQL state and vendor code; names are read from the driver where it has them and
 *       from the message where not. Why: 409 and 422 must say which column. Rejected: showing the driver's message,
 *       which holds SQL and values.
 *   <li>MySQL is spoken to by MariaDB's driver. Why: MySQL's is under the GPL.
 * </ul>
 */
@NullMarked
@Uses({"breaker", "errors", "jmx", "lifecycle", "log", "metrics", "settings"})
package io.appkernel.db;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
