/**
 * What the kernel throws on purpose, free of HTTP. Start with {@link io.appkernel.errors.KernelException}.
 */
@NullMarked
@Uses({})
package io.appkernel.errors;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
