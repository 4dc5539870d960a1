package planted.jul.jobs;

import java.util.logging.Logger;

record Worker(Logger log) {}
