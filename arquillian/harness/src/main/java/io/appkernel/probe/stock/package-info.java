/** Entities and work on them, in an EJB jar of the app. */
package io.appkernel.probe.stock;
