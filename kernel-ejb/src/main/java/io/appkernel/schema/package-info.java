/**
 * The automatic, forward-only schema; so far what it may do and the words it speaks in. Start with
 * {@link io.appkernel.schema.Table}.
 */
@NullMarked
@Uses("settings")
package io.appkernel.schema;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
