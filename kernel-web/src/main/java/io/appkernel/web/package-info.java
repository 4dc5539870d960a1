/**
 * The kernel's own routes. Start with {@link io.appkernel.web.KernelApplication}; what several of them answer is here,
 * too.
 */
@NullMarked
@Uses({"sessions", "users"})
package io.appkernel.web;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
