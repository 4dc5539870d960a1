/**
 * App Kernel. Every package below this one is a feature; its {@code package-info} says what it promises, where to start
 * reading and, with {@link io.appkernel.Uses}, on which other features it stands. {@code io.appkernel.web} and what is
 * below it live in kernel-web, everything else in kernel-ejb.
 *
 * <p>Decisions
 * <ul>
 *   <li>Uses are declared on the package and checked against the code, because an import is too easy to add to be
 *       noticed in a review. Rejected: one Maven module per feature, which multiplies build time and archives.
 *   <li>The order of features is one list, {@code Layers} in kernel-web's tests: a feature uses only what stands before
 *       it. Rejected: only forbidding cycles, which lets the bottom grow upward one import at a time.
 * </ul>
 */
@NullMarked
package io.appkernel;

import org.jspecify.annotations.NullMarked;
