package io.appkernel.keyring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for every purpose, all derived from the deployment's one secret and none of them telling of another. Every
 * instance with the same secret has the same keys. To inject. Thread-safe.
 */
public final class Keyring {
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec root;
    private final SecureRandom random = new SecureRandom();

    /** @param secret at least as unpredictable as the keys ought to be */
    public Keyring(String secret) {
        this.root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** The key of 32 bytes for a purpose. */
    public byte[] key(String purpose) {
        return mac(root, purpose);
    }

    /** What proves that this text was written under the purpose, as 43 characters that fit into a URL. */
    public String sign(String purpose, String text) {
        byte[] proof = mac(new SecretKeySpec(key(purpose), MAC), text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    /** Encrypts a text for storage; what comes of it fits into a URL and differs each time. */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[NONCE + sealed.length];
            System.arraycopy(nonce, 0, all, 0, NONCE);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /**
     * What {@link #seal} was given.
     *
     * @throws IllegalArgumentException when it was sealed under another secret or purpose, or changed since
     */
    public String open(String purpose, String sealed) {
        byte[] all = Base64.getUrlDecoder().decode(sealed);
        if (all.length <= NONCE) {
            throw new IllegalArgumentException("This was never sealed");
        }
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(all, NONCE, all.length - NONCE);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("This was sealed under another secret, or changed since", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
