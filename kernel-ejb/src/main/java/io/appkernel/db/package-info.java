/**
 * The application's database: which one it is ({@link io.appkernel.db.DatabaseSettings}), read from a URL of the
 * familiar short form or a JDBC URL ({@link io.appkernel.db.DatabaseUrl}), and how its kind wants to be spoken to
 * ({@link io.appkernel.db.Dialect}). Start with {@link io.appkernel.db.Database}.
 */
@NullMarked
@Uses({"errors", "lifecycle", "log", "settings"})
package io.appkernel.db;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
