/**
 * Rows that an application needs from its first start. Start with {@link io.appkernel.seeds.Seed}.
 *
 * <p>Decisions
 * <ul>
 *   <li>Every seed runs at every start, by one instance at a time, and is written so that it may ({@code matchBy}).
 *       Rejected: remembering which ones ran, which forgets a seed that was changed or a row that was lost.
 *   <li>A seed that fails stops the start. Rejected: going on without rows that the application counts on.
 * </ul>
 */
@NullMarked
@Uses({"db", "lifecycle", "log", "migrations", "plugin"})
package io.appkernel.seeds;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
