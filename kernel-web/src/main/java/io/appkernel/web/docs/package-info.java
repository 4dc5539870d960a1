/**
 * The API in writing: {@code /openapi} describes every route of the deployment with its schemas, its lock and its
 * problems, as OpenAPI 3.1 in JSON or YAML; {@code /docs/} is a page where a person reads and tries them. Open outside
 * prod, for the role admin in prod.
 *
 * <p>Start reading at {@code OpenApiGenerator}, which knows no container. {@code ApiDocument} keeps what it wrote until
 * a route is added. What a servlet serves at the root stands in {@code RootEndpoint}.
 *
 * <p>A resource need not say anything: names come from its class and method, schemas and rules from its types and
 * their constraints, the lock from the edge's own list of routes. The annotations {@code @Operation}, {@code @Tag},
 * {@code @ApiResponse}, {@code @Parameter}, {@code @Schema} and {@code @Hidden} of
 * {@code io.swagger.v3.oas.annotations} add to that.
 *
 * <p>Decisions
 * <ul>
 *   <li>Annotations are read here and types by swagger-core, through the mapper of the wire, so that the document shows
 *       the very names a client meets. Rejected: swagger-jaxrs2, whose jar brings resources of its own that the servers
 *       would serve, and MicroProfile OpenAPI, which WildFly lacks by default and which sees one WAR at a time.
 *   <li>{@code @WebServlet}, which the servers see before any initializer: on Payara the paths below {@code /openapi}
 *       are ours before its own document claims them. Rejected: a listener that maps servlets, which comes second.
 *   <li>Swagger UI from its jar, without its start page and its editor: five files in a list, under a policy that lets
 *       the page run its own scripts and call its own server only. Rejected: a CDN.
 * </ul>
 */
@NullMarked
@Uses({"auth", "edge", "errors", "health", "json", "metrics", "rest", "settings", "web"})
package io.appkernel.web.docs;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
