/** An app that keeps its accounts itself, and only what it must of them. */
package io.appkernel.probe.members;
