/**
 * The automatic, forward-only schema; so far what it may do. Start with {@link io.appkernel.schema.SchemaSettings}.
 */
@NullMarked
package io.appkernel.schema;

import org.jspecify.annotations.NullMarked;
