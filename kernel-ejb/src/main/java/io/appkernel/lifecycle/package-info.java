/**
 * When the kernel starts and stops, as events. Start with {@link io.appkernel.lifecycle.KernelStarted}.
 */
@NullMarked
@Uses({"plugin", "settings"})
package io.appkernel.lifecycle;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
