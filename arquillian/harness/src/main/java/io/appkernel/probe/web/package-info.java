/** The part of the probe app that stands in a WAR. */
package io.appkernel.probe.web;
