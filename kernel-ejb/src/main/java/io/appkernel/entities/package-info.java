/**
 * The app's entity classes. What stands here now is how they are found: a plain {@code @Entity} in any archive of the
 * deployment, with no persistence.xml. Start with {@code EntityFinder}.
 *
 * <p>Decisions
 * <ul>
 *   <li>Archives are scanned for the annotation's name in the bytes of each class, and only hits are loaded. Rejected:
 *       stereotypes and {@code @HandlesTypes} alone, which miss archives on one server or the other.
 *   <li>A second look by the servers' own scan ({@code @HandlesTypes}) fails the deployment on an entity that the first
 *       one missed, instead of starting without its table.
 * </ul>
 */
@NullMarked
@Uses({"json", "migrations", "plugin", "schema"})
package io.appkernel.entities;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
