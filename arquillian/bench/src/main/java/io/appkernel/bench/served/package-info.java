/** What goes into widgets to measure jobs on a server. Start with {@link io.appkernel.bench.served.ServedResource}. */
@NullMarked
package io.appkernel.bench.served;

import org.jspecify.annotations.NullMarked;
