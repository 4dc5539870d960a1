/** The part of the probe app for transactions that stands in an EJB jar of an EAR. */
package io.appkernel.probe.ledger;
