/** Task handlers and what enqueues in transactions, in an EJB jar of the app. */
package io.appkernel.probe.chores;
