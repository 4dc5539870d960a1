/**
 * The conventions of a resource: JSON in and out, typed parameters, and how lists are asked for and answered. Start with
 * {@link io.appkernel.rest.PageQuery} as an app, with {@link io.appkernel.rest.RestConventions} as the kernel.
 *
 * <p>Decisions
 * <ul>
 *   <li>A limit over the cap is lowered, not refused: a client that asks for everything gets the most there is.
 *       Rejected: 422, which breaks a client when a cap is lowered.
 * </ul>
 */
@NullMarked
@Uses({"errors", "json"})
package io.appkernel.rest;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
