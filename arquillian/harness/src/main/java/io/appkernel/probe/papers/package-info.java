/** Routes with every kind of lock, and a task that asks for whom it works, in the app's WAR. */
package io.appkernel.probe.papers;
