/**
 * Identity providers for tests, each a real server on the loopback: {@link io.appkernel.peers.TestIssuer} and {@link
 * io.appkernel.peers.TestGitHub}.
 */
@NullMarked
package io.appkernel.peers;

import org.jspecify.annotations.NullMarked;
