/** The part of the probe app for transactions that stands in a WAR. */
package io.appkernel.probe.books;
