package io.appkernel.migrations;

import io.appkernel.schema.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of everything a migration depends on. */
final class Fingerprint {
    /** Rises when the kernel writes the same table in another way. */
    private static final String FORMAT = "1";

    private Fingerprint() {}

    static String of(List<Table> wanted, boolean deletions) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = FORMAT + deletions + wanted;
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
