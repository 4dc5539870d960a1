package planted.names.jobs;

record CommonJob() {}
