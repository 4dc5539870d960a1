/**
 * Keys for programs, {@code Bearer sk_live_…}: made, shown once, rotated, revoked at once on every instance. Start with
 * {@link io.appkernel.apikeys.ApiKeys}; {@code KnownKeys} stands in front of every request, {@code Wishes} says who may
 * make what.
 *
 * <p>Table {@code kernel_api_keys}; topic {@code api-key} of {@code signals}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A secret of 256 random bits is stored as its plain digest. Why: there is nothing to guess, and a request costs no
 *       slow hash. Rejected: Argon2id, which is for what people think up.
 *   <li>A key may do what both its scopes and its owner's roles allow; the role admin goes along only with the scope
 *       {@code admin} or {@code *}. Why: a key in a script is lost sooner than a password. Rejected: all roles always.
 *   <li>A key can neither make nor rotate one that may do more. Why: it would be as strong as that one.
 *   <li>Uses are noted in memory and written each minute. Why: a request must not cost a write. Rejected: Redis, for a
 *       time that nobody needs to the second.
 * </ul>
 */
@NullMarked
@Uses({
    "auth",
    "db",
    "errors",
    "json",
    "lifecycle",
    "log",
    "migrations",
    "operator",
    "roles",
    "schema",
    "settings",
    "signals",
    "users"
})
package io.appkernel.apikeys;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
