/** Counting in Redis, in an EJB jar of the app. */
package io.appkernel.probe.tally;
