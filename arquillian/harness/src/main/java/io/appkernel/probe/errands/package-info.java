/** Routes over jobs and a task handler, in the app's WAR. */
package io.appkernel.probe.errands;
