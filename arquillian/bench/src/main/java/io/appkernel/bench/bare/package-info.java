/** The empty WAR that widgets is measured against; {@link io.appkernel.bench.bare.OpenResource} goes into widgets. Start with {@link io.appkernel.bench.bare.BareResource}. */
@NullMarked
package io.appkernel.bench.bare;

import org.jspecify.annotations.NullMarked;
