/** Every mistake that an app can make with the kernel, in one WAR that must not start. */
package io.appkernel.probe.bad;
