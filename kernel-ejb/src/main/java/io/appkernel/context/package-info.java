/**
 * For whom the current thread works. Start with {@link io.appkernel.context.Calls}.
 */
@NullMarked
@Uses({})
package io.appkernel.context;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
