/**
 * Accounts: who can sign in, kept in {@code kernel_users} or wherever the app's own store keeps them. Start with {@link
 * io.appkernel.users.Users}, then {@link io.appkernel.users.UserStore}, which an app may replace, and {@link
 * io.appkernel.users.Identifiers}, which says what is an address and a username and which of them are the same.
 *
 * <p>Table {@code kernel_users}, with its history.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>An address is stored as it was given and compared by a key. Why: mail goes to what its owner wrote, and two
 *       spellings of one address are one account. Rejected: storing the key alone, which sends mail elsewhere when the
 *       rules of folding change.
 *   <li>Usernames are plain letters, digits and three signs. Why: nobody can look like somebody else, and none looks like
 *       an address. Rejected: any letter and a table of confusable ones, which is never whole.
 *   <li>A conflict does not say whether the address or the username is taken. Why: one answer tells less.
 *   <li>Who is told of a change implements an interface of this package. Why: logins stand above accounts. Rejected: CDI
 *       events, which reach no observer across archives on every server.
 * </ul>
 */
@NullMarked
@Uses({"db", "entities", "errors", "migrations", "plugin", "store"})
package io.appkernel.users;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
