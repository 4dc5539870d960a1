/**
 * What a schema should be ({@link io.appkernel.schema.Table}), what it is, and the safe way from the one to the other:
 * {@link io.appkernel.schema.Planner}, where to start reading. Changes nothing itself; {@code io.appkernel.migrations}
 * carries plans out.
 *
 * <p>One class a database for how it spells ({@code Ddl}) and what its catalogue tells ({@code Catalog}).
 *
 * <p>Decisions:
 * <ul>
 *   <li>Types are compared as the database spells them. Why: what a catalogue shows needs no way back into the kernel's
 *       words, and foreign columns need none at all. Rejected: reading every type back into a {@code ColumnType}.
 *   <li>Indexes and foreign keys are known by their columns, checks by a name that carries a hash of the condition. Why:
 *       databases rewrite conditions. Rejected: comparing conditions, or keeping a second copy of the schema.
 *   <li>The kernel drops an index or a constraint only if its name carries the kernel's mark, {@code _k} and eight
 *       hexadecimal digits. Why: one made by hand may be there for a reason. Rejected: dropping what no class wants.
 *   <li>A column that lost its field keeps its values and loses its NOT NULL. Why: inserts of the new version still
 *       work. Rejected: leaving it, which stops the application at its first insert.
 *   <li>JSON is text on every database. Why: it comes back as it was written. Rejected: {@code jsonb} and its kin, which
 *       reorder keys.
 * </ul>
 */
@NullMarked
@Uses({"db", "settings"})
package io.appkernel.schema;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
