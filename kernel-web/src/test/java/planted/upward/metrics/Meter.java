package planted.upward.metrics;

import planted.upward.jobs.Job;

record Meter(Job job) {}
