package planted.names.jobs;

record JobV2() {}
