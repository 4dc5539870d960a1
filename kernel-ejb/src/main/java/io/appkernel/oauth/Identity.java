package io.appkernel.oauth;

import java.util.Optional;

/**
 * Who somebody is, by the word of a provider. Immutable.
 *
 * @param subject the provider's own id of them, which never changes hands
 * @param emailVerified whether the provider has seen that the address is theirs
 */
record Identity(String provider, String subject, Optional<String> email, boolean emailVerified, Optional<String> name) {
    private static final int LONGEST_NAME = 255;

    Identity {
        name = name.map(Identity::shown).filter(text -> !text.isEmpty());
        email = email.map(String::strip).filter(text -> !text.isEmpty());
        emailVerified = emailVerified && email.isPresent();
    }

    /** People are called as they like; an account's name is a line of some length. */
    private static String shown(String name) {
        String line = name.replaceAll("\\p{Cc}+", " ").strip();
        if (line.length() <= LONGEST_NAME) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return line.substring(0, end).strip();
    }
}
