/**
 * What stands in front of every route of every WAR. Start with {@link io.appkernel.edge.EdgeInitializer}.
 */
@NullMarked
@Uses({"auth", "context", "entities", "errors", "json", "log", "metrics", "rest", "settings"})
package io.appkernel.edge;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
