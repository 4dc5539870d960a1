/**
 * Audit, usage and request metrics, which go to the admin database; so far where that is. Start with {@link
 * io.appkernel.telemetry.TelemetrySettings}.
 */
@NullMarked
@Uses({"db", "settings"})
package io.appkernel.telemetry;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
