/**
 * Logins with Google (or any OpenID provider) and GitHub. Start with {@link io.appkernel.oauth.OAuth}; {@code Accounts}
 * holds the rules of who gets which account, {@code Flows} what keeps a login in the browser that began it.
 *
 * <p>Table {@code kernel_oauth_accounts}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>What must be remembered of a login stands sealed in a cookie of its own. Why: no other browser can end it, any
 *       node may, and nothing is stored for those who never come back. Rejected: rows in the database or in Redis, which
 *       need a cookie all the same.
 *   <li>An address opens an account only when both sides have proven it, letter for letter. Why: whoever registers with
 *       an address of somebody else would share their account as soon as they log in here. Rejected: the provider's word
 *       alone.
 *   <li>An address that a provider has not proven is no address of the new account. Why: whoever really has it would
 *       find it taken, or take over an account that a stranger can still open. Rejected: keeping it as unproven.
 *   <li>A second factor stands in the way of the link by address, and of every link that is older than it. Why: who has
 *       linked a provider within a login that showed a code need not show one each time, for providers ask for their own.
 *       Rejected: asking for a code after the provider, which a browser that comes back cannot answer; and dropping the
 *       links when codes begin, of which the owner would not be told when it matters.
 *   <li>A link ends in the login that began it, or not at all. Why: whoever held the account before a new password would
 *       else keep a way in. What a reset by mail finds linked to an address that nobody had proven goes for the same reason.
 *   <li>Tokens come back in the fragment of the address. Why: a fragment is sent to no server, so no access log, proxy or
 *       {@code Referer} ever has it, and the list of addresses is matched letter by letter. Rejected: the query.
 *   <li>A code is good once because its provider says so (RFC 6749, 4.1.2). Rejected: keeping spent ones here, too.
 *   <li>Linking ends with no tokens: whoever linked is signed in already.
 * </ul>
 */
@NullMarked
@Uses({
    "auth",
    "db",
    "errors",
    "issuers",
    "json",
    "keyring",
    "lifecycle",
    "log",
    "login",
    "migrations",
    "schema",
    "sessions",
    "settings",
    "users"
})
package io.appkernel.oauth;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
