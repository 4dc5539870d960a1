/**
 * The automatic, forward-only schema; so far what it may do. Start with {@link io.appkernel.schema.SchemaSettings}.
 */
@NullMarked
@Uses("settings")
package io.appkernel.schema;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
