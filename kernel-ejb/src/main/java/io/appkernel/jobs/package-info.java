/**
 * Background work. What stands here now is how an app's handlers are found: {@link io.appkernel.jobs.Task} on a method
 * of any CDI bean. Start with {@code TaskFinder}.
 */
@NullMarked
@Uses("plugin")
package io.appkernel.jobs;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
