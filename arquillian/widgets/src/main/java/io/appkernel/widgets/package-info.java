/** The example app: what a team writes, and nothing of what the kernel supplies. */
package io.appkernel.widgets;
