package planted.names.jobs;

record JobUtils() {}
