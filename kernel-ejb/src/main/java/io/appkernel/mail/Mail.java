package io.appkernel.mail;

import java.util.Optional;

/**
 * A message to one address. Immutable.
 *
 * @param to the address, as its owner wrote it
 * @param html the same as the text, for who reads HTML
 */
public record Mail(String to, String subject, String text, Optional<String> html) {
    public static Mail of(String to, String subject, String text) {
        return new Mail(to, subject, text, Optional.empty());
    }

    /** Without the content, which may let somebody in. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
