package io.appkernel.login;

import io.appkernel.mail.Mail;
import io.appkernel.users.User;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What people are written. */
final class Letters {
    private Letters() {}

    static Mail verify(User user, Optional<URI> page, String token) {
        return Mail.of(
                user.email(),
                "Confirm your email address",
                "Somebody registered with this address. If that was you, confirm it with\n\n"
                        + way(page, token)
                        + "\n\nIf it was not, do nothing.\n");
    }

    static Mail reset(User user, Optional<URI> page, String token, Duration lifetime) {
        return Mail.of(
                user.email(),
                "Set a new password",
                "Somebody asked for a new password for your account. If that was you, set one with\n\n"
                        + way(page, token) + "\n\nIt works once, within " + lifetime.toMinutes()
                        + " minutes. If it was not you, do nothing: your password stays as it is.\n");
    }

    private static String way(Optional<URI> page, String token) {
        return page.map(address -> address + (address.getRawQuery() == null ? "?" : "&") + "token=" + token)
                .orElse("the token " + token);
    }
}
