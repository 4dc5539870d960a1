/**
 * {@code /admin/db}: what became of the schema, what would become of it, and the copies of renamed columns. For admins.
 * Start with {@link io.appkernel.web.schema.SchemaResource}.
 *
 * <p>Decision: the plan shows SQL and the names of columns. Why: it is for the operator, who has to judge it before it
 * runs. Rejected: words only, for then the file would be the one place to look.
 */
@NullMarked
@Uses({"errors", "migrations", "rest", "schema"})
package io.appkernel.web.schema;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
