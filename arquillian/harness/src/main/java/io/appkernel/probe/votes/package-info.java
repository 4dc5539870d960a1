/** A bean and routes over Redis, in the app's WAR. */
package io.appkernel.probe.votes;
