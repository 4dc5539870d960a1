/**
 * The tests that run unchanged on every server. Each server's module says where the server is and which archive to
 * deploy, by system properties; the tests know nothing of it. Start with {@link io.appkernel.harness.FrameIT}.
 */
package io.appkernel.harness;
