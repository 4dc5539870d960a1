package io.appkernel.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything that the empty WAR has beside its resource. */
@ApplicationPath("/api/v1")
public class BareApplication extends Application {}
