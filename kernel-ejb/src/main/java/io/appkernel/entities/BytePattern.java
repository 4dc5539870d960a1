package io.appkernel.entities;

import java.util.Arrays;

/**
 * Some bytes to look for in many others. Compares from the end and skips what cannot match (Horspool), because it runs
 * while the server starts, when code is still interpreted.
 */
final class BytePattern {
    private final byte[] wanted;
    private final int[] skip = new int[256];

    BytePattern(byte[] wanted) {
        this.wanted = wanted.clone();
        Arrays.fill(skip, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skip[wanted[i] & 0xff] = wanted.length - 1 - i;
        }
    }

    boolean isIn(byte[] bytes) {
        int last = wanted.length - 1;
        for (int end = last; end < bytes.length; end += skip[bytes[end] & 0xff]) {
            int matched = 0;
            while (matched <= last && bytes[end - matched] == wanted[last - matched]) {
                matched++;
            }
            if (matched > last) {
                return true;
            }
        }
        return false;
    }
}
