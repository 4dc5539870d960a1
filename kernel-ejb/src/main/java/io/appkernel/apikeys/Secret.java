package io.appkernel.apikeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A key's text: {@code sk_live_} and 256 random bits. Only its digest is stored, which tells nothing of so much chance. */
record Secret(String text) {
    static final String MARK = "sk_live_";
    private static final int BYTES = 32;
    private static final int SHOWN = 6;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");

    static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it could be one of ours. */
    boolean isWellFormed() {
        return FORM.matcher(text).matches();
    }

    /** What may be shown of it. */
    String prefix() {
        return text.substring(0, MARK.length() + SHOWN);
    }

    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
