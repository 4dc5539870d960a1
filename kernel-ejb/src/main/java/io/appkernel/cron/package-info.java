/**
 * Lines of cron, and which of their moments are due. Start with {@link io.appkernel.cron.Schedule}.
 */
@NullMarked
@Uses({})
package io.appkernel.cron;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
