package io.appkernel.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The kernel's routes, and those of an app that stands in the same WAR. The path is fixed here; another
 * {@code kernel.api-prefix} is mapped onto it by the edge.
 */
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT")
public class KernelApplication extends Application {}
