/**
 * The persistence unit, made in code: entity classes found at start need no persistence.xml and their fields no
 * annotation. Start with {@link io.appkernel.orm.PersistenceUnit}.
 *
 * <p>Classes are not woven at run time, so a lazy reference is read at once. An app that wants it lazy weaves its classes
 * when it is built: {@code java -cp <its compile class path> org.eclipse.persistence.tools.weaving.jpa.StaticWeave
 * -persistenceinfo src/weaving -classpath <the same> target/classes target/classes}, by {@code exec-maven-plugin} in the
 * phase {@code process-classes}. {@code src/weaving/META-INF/persistence.xml} names the classes for this step only and
 * stays out of the archive; it sets {@code eclipselink.weaving.changetracking}, {@code fetchgroups} and {@code internal}
 * to {@code false}, for nothing but references is to become lazy. Nothing else changes; {@code WeavingTest} does it.
 *
 * <p>Decisions
 * <ul>
 *   <li>What the model read is told to EclipseLink as a mapping file in memory, so that both use the same names. Rejected:
 *       renaming fields in its descriptors, which misses keys that lead to other tables.
 *   <li>Values are bound by {@code setObject} of {@code java.time}. Rejected: EclipseLink's own way by
 *       {@code java.sql.Timestamp}, which loses the hour that a time zone skips.
 *   <li>Constraints are checked by the server's ValidatorFactory when a row is written. Rejected: one that EclipseLink
 *       builds, without the app's CDI validators and under our class loader, which WildFly's expression language keeps
 *       for good; the check at {@code persist}, which misses what is set afterwards.
 *   <li>No shared cache: many nodes write to one database.
 * </ul>
 */
@NullMarked
@Uses({"db", "entities", "schema"})
package io.appkernel.orm;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
