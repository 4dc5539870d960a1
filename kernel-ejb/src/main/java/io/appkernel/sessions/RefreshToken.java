package io.appkernel.sessions;

import io.appkernel.keyring.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token: which login, which of its turns, and the proof that we wrote it. Computed, never stored: who reads the
 * database lacks the secret, who has the secret lacks the login's salt, and several that refresh at once get the same.
 */
record RefreshToken(String session, long turn, String proof) {
    private static final String PURPOSE = "refresh-token";
    private static final Pattern FORM = Pattern.compile("rt_([0-9a-f-]{36})\\.(\\d{1,18})\\.([\\w-]{43})");

    static RefreshToken of(Keyring keyring, SessionTable.Row row, long turn) {
        return new RefreshToken(row.id(), turn, proof(keyring, row, turn));
    }

    static Optional<RefreshToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RefreshToken(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    boolean isOurs(Keyring keyring, SessionTable.Row row) {
        return MessageDigest.isEqual(bytes(proof), bytes(proof(keyring, row, turn)));
    }

    private static String proof(Keyring keyring, SessionTable.Row row, long turn) {
        return keyring.sign(PURPOSE, row.id() + '.' + turn + '.' + row.salt());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** As it stands on the wire. */
    String text() {
        return "rt_" + session + '.' + turn + '.' + proof;
    }

    @Override
    public String toString() {
        return "RefreshToken[" + session + ", " + turn + "]";
    }
}
