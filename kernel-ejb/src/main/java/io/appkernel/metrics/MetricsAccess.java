package io.appkernel.metrics;

/** Who may read the metrics page. */
public enum MetricsAccess {
    /** Callers with the role admin, the operator's token among them. */
    ADMIN,
    /** Callers of a private network that come directly, not through a proxy; and admins. */
    INTERNAL,
    /** Everybody. */
    NONE
}
