/**
 * Makes a server install the edge in every WAR. Start with {@link io.appkernel.web.boot.KernelInitializer}.
 *
 * <p>Decision: the edge is loaded by name through the WAR's loader, because this jar may stand above the kernel in an EAR.
 * Rejected: importing it, which a server resolves to another copy or to none.
 */
@NullMarked
@Uses({})
package io.appkernel.web.boot;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
