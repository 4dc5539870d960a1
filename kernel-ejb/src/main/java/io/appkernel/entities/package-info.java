/**
 * What the app's entity classes are and what they say: a plain {@code @Entity} in any archive of the deployment, with no
 * persistence.xml, becomes a table and its history. Start with {@link io.appkernel.entities.KernelEntity} to write one,
 * with {@code EntityFinder} to see how it is found and with {@code ModelReader} to see how it is read.
 *
 * <p>Columns are fields in snake_case unless {@code @Column(name)} says otherwise. A string has 255 characters unless
 * {@code @Column(length)} or {@code @Lob} says otherwise, a BigDecimal 38 digits with 10 behind the point. An enum is its
 * name unless {@code @Enumerated(ORDINAL)}; a Duration its nanoseconds; an OffsetDateTime its instant, so that it comes
 * back in UTC. Lists, maps, sets, records and every other type are JSON. Fields are mapped, never getters.
 *
 * <p>Decisions
 * <ul>
 *   <li>Archives are scanned for the annotation's name in the bytes of each class, and only hits are loaded. Rejected:
 *       stereotypes and {@code @HandlesTypes} alone, which miss archives on one server or the other.
 *   <li>A second look by the servers' own scan ({@code @HandlesTypes}) fails the deployment on an entity that the first
 *       one missed, instead of starting without its table.
 *   <li>Annotations are read here and not taken from the mapper. Why: every mistake is told before a database is touched,
 *       and the schema needs what the mapper forgets. Rejected: the mapper's descriptors, which need a connection.
 *   <li>Join tables, composite keys, generated keys and inheritance between entities are refused with what to do instead.
 *       Why: each would need a table or a key that no class stands for, and so no history.
 * </ul>
 */
@NullMarked
@Uses({"json", "migrations", "plugin", "schema"})
package io.appkernel.entities;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
