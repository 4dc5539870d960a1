/**
 * The operator's own credential, from the settings: for Prometheus, scripts and first steps. Start with {@link
 * io.appkernel.operator.OperatorSettings}.
 */
@NullMarked
@Uses({"auth", "settings"})
package io.appkernel.operator;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
