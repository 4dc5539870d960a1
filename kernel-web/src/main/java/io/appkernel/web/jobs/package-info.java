/**
 * {@code /jobs}: a caller's own jobs, everybody's for admins; {@code /admin/jobs}: queues and jobs that were given up.
 * Start with {@link io.appkernel.web.jobs.JobsResource} and {@code Viewer}, which says who sees what.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A caller sees of a failure that it happened; its words are for admins. Why: they name classes, hosts and SQL.
 *       Rejected: taking those out of the text, which forgets one.
 *   <li>Another's job is not there. Why: an id must not tell that a job exists. Rejected: 403.
 *   <li>A cancelled job that runs answers {@code asked}, not {@code cancelled}. Why: its handler may still finish.
 *       Rejected: waiting for it.
 * </ul>
 */
@NullMarked
@Uses({"auth", "errors", "jobs", "queue", "rest"})
package io.appkernel.web.jobs;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
