package io.appkernel.passwords;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A hash of Argon2id and what it was made with, as the form in which every implementation writes it down. */
final class Argon2Hash {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]{0,2}),"
            + "p=([1-9][0-9]?)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final int LEAST_KIB_A_LANE = 8;
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final byte[] salt;
    private final byte[] output;

    Argon2Hash(Cost cost, byte[] salt, byte[] output) {
        this.cost = cost;
        this.salt = salt;
        this.output = output;
    }

    /** Empty for what is no such hash. */
    static Optional<Argon2Hash> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Cost cost = new Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        try {
            return cost.memoryKib() < LEAST_KIB_A_LANE * cost.lanes()
                    ? Optional.empty()
                    : Optional.of(new Argon2Hash(
                            cost,
                            Base64.getDecoder().decode(form.group(4)),
                            Base64.getDecoder().decode(form.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + TEXT.encodeToString(salt) + "$" + TEXT.encodeToString(output);
    }

    Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] output() {
        return output;
    }

    /** What one hash takes. */
    record Cost(int memoryKib, int passes, int lanes) {
        Argon2Parameters with(byte[] salt) {
            return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build();
        }
    }
}
