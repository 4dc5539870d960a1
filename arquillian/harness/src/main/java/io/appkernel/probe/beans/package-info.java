/** The part of the probe app that stands in an EJB jar of an EAR. Nothing here is public that need not be. */
package io.appkernel.probe.beans;
