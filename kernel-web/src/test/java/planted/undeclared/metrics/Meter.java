package planted.undeclared.metrics;

public record Meter(String name) {}
