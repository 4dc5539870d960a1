package planted.nested.jobs.redis;

record Store(String name) {}
