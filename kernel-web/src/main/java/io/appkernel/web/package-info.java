/**
 * The kernel's own routes. Start with {@link io.appkernel.web.KernelApplication}.
 */
@NullMarked
@Uses({})
package io.appkernel.web;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
