package planted.names.jobs;

record JobManager() {}
