package planted.nulls.jobs;

record Job(String name) {}
