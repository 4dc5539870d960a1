/**
 * The application's database: which one it is ({@link io.appkernel.db.DatabaseSettings}), read from a URL of the
 * familiar short form or a JDBC URL ({@link io.appkernel.db.DatabaseUrl}). Start with DatabaseUrl.
 */
@NullMarked
package io.appkernel.db;

import org.jspecify.annotations.NullMarked;
