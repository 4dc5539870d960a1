package io.appkernel.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.users.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app (TOTP, RFC 6238) beside the password, for who wants them. A code is good for one
 * login, in its half minute and the ones beside it; so is a recovery code, at any time. To inject. Thread-safe.
 */
public final class SecondFactor {
    private static final String PURPOSE = "totp";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final SecondFactorTable table;
    private final Keyring keyring;
    private final String issuer;
    private final InstantSource clock;
    private final KernelLog log;
    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    SecondFactor(SecondFactorTable table, Keyring keyring, String issuer, InstantSource clock, KernelLog log) {
        this.table = table;
        this.keyring = keyring;
        this.issuer = issuer;
        this.clock = clock;
        this.log = log;
    }

    /** What an authenticator app has to know. */
    public record Enrolment(String secret, String uri) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    /** Whether the account is guarded by codes. */
    public boolean isOn(User user) {
        return since(user).isPresent();
    }

    /** Since when the account is guarded by codes; empty when it is not. */
    public Optional<Instant> since(User user) {
        return table.get(user.id())
                .filter(SecondFactorTable.Row::confirmed)
                .map(row -> Instant.ofEpochMilli(row.confirmedMillis()));
    }

    /**
     * Begins: a secret for the app, which counts once a code of it was confirmed.
     *
     * @throws KernelException a conflict, when codes are asked for already
     */
    Enrolment begin(User user) {
        if (isOn(user)) {
            throw new KernelException(
                    ErrorCode.CONFLICT, "The account is guarded by codes already. Turn that off first.");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        table.draft(user.id(), keyring.seal(PURPOSE, Base64.getEncoder().encodeToString(secret)), clock.millis());
        String text = Base32.encode(secret);
        String account = user.email().isEmpty() ? user.username().orElse(user.id()) : user.email();
        String uri = "otpauth://totp/" + url(issuer) + ":" + url(account) + "?secret=" + text + "&issuer=" + url(issuer)
                + "&algorithm=SHA1&digits=6&period=30";
        return new Enrolment(text, uri);
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * From now on the account is guarded.
     *
     * @return recovery codes, which are shown this once
     * @throws KernelException invalid, when the code is wrong or nothing was begun
     */
    List<String> confirm(User user, String code) {
        SecondFactorTable.Row row = table.get(user.id())
                .filter(found -> !found.confirmed())
                .orElseThrow(() -> new KernelException(
                        ErrorCode.CONFLICT, "There is nothing to confirm: ask for a secret first."));
        if (!isRight(user.id(), row, code)) {
            throw wrong("code");
        }
        List<String> recovery =
                Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        List<String> digests =
                recovery.stream().map(made -> digest(user.id(), made)).toList();
        if (!table.confirm(user.id(), clock.millis(), digests)) {
            throw new KernelException(ErrorCode.CONFLICT, "The account is guarded by codes already.");
        }
        return recovery;
    }

    private String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        String text = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return text.substring(0, 4)
                + '-'
                + text.substring(4, 8)
                + '-'
                + text.substring(8, 12)
                + '-'
                + text.substring(12);
    }

    /** How somebody writes it does not matter. */
    private static String digest(String userId, String code) {
        return Digest.of("recovery", userId, code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** What came of the second factor at a login. */
    enum Outcome {
        OFF,
        PASSED,
        MISSING,
        WRONG
    }

    /** Whether somebody with the right password may pass; a code that lets them is used up. */
    Outcome check(User user, Optional<String> code) {
        Optional<SecondFactorTable.Row> row = table.get(user.id()).filter(SecondFactorTable.Row::confirmed);
        if (row.isEmpty()) {
            return Outcome.OFF;
        }
        if (code.isEmpty()) {
            return Outcome.MISSING;
        }
        boolean right = isRight(user.id(), row.get(), code.get())
                || table.takeRecovery(user.id(), digest(user.id(), code.get()));
        return right ? Outcome.PASSED : Outcome.WRONG;
    }

    private boolean isRight(String userId, SecondFactorTable.Row row, String given) {
        String code = given.replace(" ", "");
        Optional<SecretKeySpec> opened = opened(userId, row);
        if (opened.isEmpty()) {
            return false;
        }
        SecretKeySpec key = opened.get();
        long period = codes.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / period;
        for (long step = now - 1; step <= now + 1; step++) {
            if (step > row.lastStep() && same(code, code(key, step * period)) && table.use(userId, step)) {
                return true;
            }
        }
        return false;
    }

    /** Empty for what no code can be made of any more; the recovery codes are good all the same. */
    private Optional<SecretKeySpec> opened(String userId, SecondFactorTable.Row row) {
        try {
            byte[] secret = Base64.getDecoder().decode(keyring.open(PURPOSE, row.sealed()));
            return Optional.of(new SecretKeySpec(secret, codes.getAlgorithm()));
        } catch (IllegalArgumentException e) {
            log.warn(
                    "no code of this user's authenticator app can be right, for the deployment's secret has changed since:"
                            + " only a recovery code or an administrator helps",
                    e,
                    "user_id",
                    userId);
            return Optional.empty();
        }
    }

    private String code(SecretKeySpec key, long second) {
        try {
            return codes.generateOneTimePasswordString(key, Instant.ofEpochSecond(second), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A stored secret is no key", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The account is no longer guarded, whoever asks for that; for administrators. */
    public void remove(User user) {
        table.remove(user.id());
    }

    static KernelException wrong(String field) {
        return new KernelException(
                ErrorCode.INVALID,
                "The code is not right, or was used already.",
                List.of(new FieldError(field, "is not right, or was used already")));
    }
}
