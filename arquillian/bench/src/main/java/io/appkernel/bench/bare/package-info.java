/** The empty WAR that widgets is measured against. Start with {@link io.appkernel.bench.bare.BareResource}. */
@NullMarked
package io.appkernel.bench.bare;

import org.jspecify.annotations.NullMarked;
