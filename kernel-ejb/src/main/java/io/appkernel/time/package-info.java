/**
 * Time as a dependency: whoever needs the hour injects {@link java.time.Clock}, so tests can turn it.
 *
 * <p>Decision: one singleton UTC clock. Why: a test or an app replaces it in one place. Rejected: a holder with a
 * static clock, for two tests would share it.
 */
@NullMarked
@Uses({})
package io.appkernel.time;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
