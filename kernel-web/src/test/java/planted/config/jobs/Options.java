package planted.config.jobs;

import org.eclipse.microprofile.config.Config;

record Options(Config config) {}
