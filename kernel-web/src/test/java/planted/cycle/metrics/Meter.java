package planted.cycle.metrics;

import planted.cycle.health.Check;

public interface Meter {
    Check check();
}
