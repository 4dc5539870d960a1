/**
 * What the kernel's data layer costs beside plain JDBC and beside Hibernate ORM with Envers, on one database in one run.
 * Start with {@link io.appkernel.bench.data.DataBench}, and for the start of an app with many entity classes with {@link
 * io.appkernel.bench.data.SchemaBench}.
 */
@NullMarked
package io.appkernel.bench.data;

import org.jspecify.annotations.NullMarked;
