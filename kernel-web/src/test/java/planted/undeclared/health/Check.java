package planted.undeclared.health;

import planted.undeclared.metrics.Meter;

record Check(Meter meter) {}
