package io.appkernel.edge;

import io.appkernel.auth.Access;
import java.lang.reflect.Method;

/**
 * One HTTP route of the deployment.
 *
 * @param verb the HTTP method
 * @param path the whole path from the server's root, with its parameters as {@code {name}}
 * @param resource the class that serves it
 * @param handler the method that serves it
 * @param access who may call it
 */
public record Route(String verb, String path, Class<?> resource, Method handler, Access access) {}
