/**
 * How the kernel finds what an app brings, wherever it stands. Start with {@link io.appkernel.plugin.Finder}.
 */
@NullMarked
@Uses({})
package io.appkernel.plugin;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
