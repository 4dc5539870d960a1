package io.appkernel.probe.tally;

import jakarta.ejb.Stateless;

/** Payara takes no EJB jar without an EJB. */
@Stateless
public class Booth {}
