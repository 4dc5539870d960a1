package planted.cycle.health;

import planted.cycle.metrics.Meter;

public interface Check {
    Meter meter();
}
