package io.appkernel.jobs;

import io.appkernel.context.Calls;
import io.appkernel.log.KernelLog;
import java.time.InstantSource;

/** What enqueuing and doing share. */
record JobParts(
        JobRegistry registry, JobText text, JobsSettings settings, Calls calls, InstantSource clock, KernelLog log) {}
