package io.appkernel.widgets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the partner hands its customers: an address, until when it is good in seconds, and the partner's signature. */
@ApplicationScoped
public class PartnerTokens {
    private static final Pattern FORM = Pattern.compile("([^|]{3,320})\\|(\\d{1,12})\\|([0-9a-f]{64})");

    @Inject
    PartnerSettings settings;

    @Inject
    Clock clock;

    boolean isOn() {
        return settings.key().isPresent();
    }

    /** The address that the partner vouches for; empty when the token is not the partner's or no longer good. */
    Optional<String> address(String token) {
        Matcher parts = FORM.matcher(token);
        boolean good = parts.matches()
                && settings.key().isPresent()
                && same(parts.group(3), sign(parts.group(1) + '|' + parts.group(2)))
                && Long.parseLong(parts.group(2)) > clock.instant().getEpochSecond();
        return good ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = settings.key().orElseThrow().reveal();
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
