/** What the queue does in a second, beside its peers and beside bare Redis. Start with {@link io.appkernel.bench.jobs.QueueBench}. */
@NullMarked
package io.appkernel.bench.jobs;

import org.jspecify.annotations.NullMarked;
