/** A resource that asks for the caller as MicroProfile and Jakarta Security have it. */
@NullMarked
package io.appkernel.probe.claims;

import org.jspecify.annotations.NullMarked;
