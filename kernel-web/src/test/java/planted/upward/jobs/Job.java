package planted.upward.jobs;

public record Job(String name) {}
