package io.appkernel.users;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an email address and a username may look like, and the keys by which they are compared: the same for all that
 * differ in case, in compatible forms of characters, in space around them, or in how the domain is written. What follows
 * a {@code +} tells addresses apart, as it does for many a server. Stateless.
 */
public final class Identifiers {
    /** The most characters an address has: 64, the {@code @}, and 255. */
    public static final int LONGEST_EMAIL = 320;

    public static final int LONGEST_USERNAME = 64;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_NAME = 255;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3," + LONGEST_USERNAME + "}");
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    /** Nothing invisible, which the rules for domains would let vanish. */
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.\u3002-]+");

    private static final Set<Character.UnicodeScript> EAST_ASIAN = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO);

    private Identifiers() {}

    /**
     * The address as it is stored and written to, without the space around it.
     *
     * @throws KernelException invalid, when it is none
     */
    public static String email(String given) {
        String address = given.strip();
        emailKey(address);
        return address;
    }

    /**
     * What the address is compared by.
     *
     * @throws KernelException invalid, when it is none
     */
    public static String emailKey(String given) {
        String address = given.strip();
        if (address.length() > LONGEST_EMAIL) {
            throw invalid("email", "must have at most " + LONGEST_EMAIL + " characters");
        }
        String plain = folded(address);
        int at = plain.lastIndexOf('@');
        if (at < 1 || at == plain.length() - 1) {
            throw invalid("email", "must be an address such as name@example.com");
        }
        return local(plain.substring(0, at)) + '@' + domain(plain.substring(at + 1));
    }

    private static String local(String part) {
        if (part.length() > LONGEST_LOCAL) {
            throw invalid("email", "must have at most " + LONGEST_LOCAL + " characters before the @");
        }
        if (!LOCAL.matcher(part).matches()) {
            throw invalid(
                    "email", "has characters before the @ that are not taken, such as space or control characters");
        }
        if (mixesScripts(part)) {
            throw invalid("email", "mixes letters of different scripts before the @");
        }
        return part;
    }

    private static String domain(String part) {
        if (!DOMAIN.matcher(part).matches()) {
            throw invalid("email", "has characters after the @ that no domain has");
        }
        try {
            String ascii = IDN.toASCII(part, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (ascii.isEmpty() || ascii.endsWith(".") || ascii.length() > LONGEST_DOMAIN) {
                throw invalid("email", "has no domain after the @ that there can be");
            }
            return ascii;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalid("email", "has no domain after the @ that there can be");
        }
    }

    /** Compatible forms are one, and then small and capital letters; the second round takes what the letters brought. */
    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    /** Whether letters of more than one script stand beside each other, by which an address may look like another. */
    private static boolean mixesScripts(String text) {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        text.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        scripts.remove(Character.UnicodeScript.INHERITED);
        return scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts);
    }

    /**
     * The username as it is stored, without the space around it.
     *
     * @throws KernelException invalid, when it is none
     */
    public static String username(String given) {
        usernameKey(given);
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFKC);
    }

    /**
     * What the username is compared by. Plain letters only, so none looks like another or like an address.
     *
     * @throws KernelException invalid, when it is none
     */
    public static String usernameKey(String given) {
        String stripped = given.strip();
        String plain = stripped.length() > LONGEST_USERNAME ? "" : folded(stripped);
        if (!USERNAME.matcher(plain).matches()) {
            throw invalid(
                    "username", "must have 3 to " + LONGEST_USERNAME + " of the letters a to z, digits, and . _ -");
        }
        return plain;
    }

    /** What somebody wants to be called: any text of some length without control characters. */
    static String name(String given) {
        String name = given.strip();
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(
                    "name", "must have at most " + LONGEST_NAME + " characters, and no control characters among them");
        }
        return name;
    }

    /** Whether every database stores such a text; PostgreSQL has no character 0. */
    public static boolean canBeStored(String text) {
        return text.indexOf('\0') < 0;
    }

    /** The key of an address; empty for what is none. */
    public static Optional<String> knownEmail(String given) {
        try {
            return Optional.of(emailKey(given));
        } catch (KernelException e) {
            return Optional.empty();
        }
    }

    /** The key of a username; empty for what is none. */
    public static Optional<String> knownUsername(String given) {
        try {
            return Optional.of(usernameKey(given));
        } catch (KernelException e) {
            return Optional.empty();
        }
    }

    private static KernelException invalid(String field, String message) {
        return new KernelException(
                ErrorCode.INVALID, "The field " + field + " " + message + ".", List.of(new FieldError(field, message)));
    }
}
