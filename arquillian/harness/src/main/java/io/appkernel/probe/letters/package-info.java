/** An app's own way of sending mail, in its WAR: it keeps what a test then reads. */
package io.appkernel.probe.letters;
