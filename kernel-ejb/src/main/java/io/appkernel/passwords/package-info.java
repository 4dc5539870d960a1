/**
 * Passwords: Argon2id at the cost that OWASP advises, what is refused as one, and the few threads on which they are
 * hashed. Start with {@link io.appkernel.passwords.Passwords}, then {@link io.appkernel.passwords.PasswordThreads}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Hashing has threads and a queue of its own, and a full queue is a 503. Why: two hundred logins at once would
 *       otherwise hold every processor and every request thread. Rejected: the server's executor, which others need; a
 *       limit on requests, which holds their threads while they wait.
 *   <li>Where there is no account a hash is computed all the same. Why: time must not tell who has one.
 *   <li>Common passwords are refused by a list that ships with the kernel. Rejected: asking a service, which learns of
 *       them and may be away; rules of letters and digits, which make them worse.
 * </ul>
 */
@NullMarked
@Uses({"context", "errors", "lifecycle", "log", "settings"})
package io.appkernel.passwords;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
