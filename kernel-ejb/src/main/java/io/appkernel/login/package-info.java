/**
 * Registering, logging in with a password and a second factor, new passwords, verified addresses, and the first
 * administrator. Start with {@link io.appkernel.login.SignIn}, then {@link io.appkernel.login.SignUp} and {@link
 * io.appkernel.login.PasswordChange}; {@code Lockout} makes those wait who guess.
 *
 * <p>Tables {@code kernel_auth_lockouts}, {@code kernel_auth_known_places}, {@code kernel_auth_tokens}, {@code kernel_auth_totp}, {@code
 * kernel_auth_recovery_codes}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Wrong attempts are counted in the database, by account and address and by account. Why: every instance sees the
 *       same, and a row costs a hash. Rejected: Redis, without which nobody may log in then, or everybody guess.
 *   <li>An account is locked for minutes and never until somebody unlocks it, and for guesses from everywhere not where
 *       it was logged in to within a month; a password that was set by a mail ends every lock. Why: whoever knows a name
 *       could otherwise keep its owner out. Rejected: a cookie that vouches for a device, which programs do not keep.
 *   <li>Mail is sent by a thread of its own and a forgotten password is looked up after the answer. Why: neither what is
 *       said nor when tells whether there is an account.
 *   <li>A one-time token is stored as its digest and is void when the account has another address. Why: who reads the
 *       database cannot use it, and nobody verifies one address with the mail to another.
 *   <li>A reset that proves an address for the first time leaves no code, link or login of before; verifying it does not
 *       touch them. Why: whoever registered may be another than who reads the mail, and only a new password keeps them out.
 *       Rejected: the same at the click, after which they still know the password and would do it all again.
 *   <li>Every change of an account and every login that begins wait for one another, and what was proven before a new
 *       password begins nothing. Why: a hash takes so long that a login could outlive the change.
 *   <li>In prod the first administrator comes of a token in the log. Rejected: a password that ships.
 * </ul>
 */
@NullMarked
@Uses({
    "auth",
    "db",
    "errors",
    "keyring",
    "lifecycle",
    "log",
    "mail",
    "migrations",
    "net",
    "operator",
    "passwords",
    "schema",
    "sessions",
    "settings",
    "users"
})
package io.appkernel.login;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
