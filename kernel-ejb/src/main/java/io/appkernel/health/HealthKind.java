package io.appkernel.health;

/** What a check is asked for, one constant for each qualifier. */
enum HealthKind {
    LIVENESS,
    READINESS,
    STARTUP
}
