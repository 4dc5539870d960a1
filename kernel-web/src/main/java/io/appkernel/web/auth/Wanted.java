package io.appkernel.web.auth;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the routes. What they say of length only keeps nonsense out; the flows know the rules. */
public final class Wanted {
    private static final int LONG = 2_000;
    private static final int TOKEN = 4_000;

    private Wanted() {}

    /** An account. {@code setupToken} is for the first administrator. */
    public record Registration(
            @NotBlank @Size(max = LONG) String email,
            @Nullable @Size(max = LONG) String username,
            @NotNull @Size(max = LONG) String password,
            @Nullable @Size(max = LONG) String name,
            @Nullable @Size(max = TOKEN) String setupToken) {}

    /** A login, by one of the two names; {@code otp} is a code of the second factor. */
    public record Login(
            @Nullable @Size(max = LONG) String username,
            @Nullable @Size(max = LONG) String email,
            @NotNull @Size(max = LONG) String password,
            @Nullable @Size(max = 100) String otp) {
        String identifier() {
            String given = username == null || username.isBlank() ? email : username;
            if (given == null || given.isBlank()) {
                throw new KernelException(
                        ErrorCode.INVALID,
                        "A username or an email address is needed.",
                        List.of(new FieldError("username", "is needed, or email")));
            }
            return given;
        }
    }

    /** A refresh token to exchange, or whose login to end. */
    public record Refresh(@NotBlank @Size(max = TOKEN) String refreshToken) {}

    /** Which login to end; this one when nothing is said. */
    public record Logout(@Nullable @Size(max = TOKEN) String refreshToken) {}

    /** A new password, from who knows the one before. */
    public record NewPassword(
            @NotNull @Size(max = LONG) String currentPassword,
            @NotNull @Size(max = LONG) String newPassword) {}

    /** Whose password was forgotten. */
    public record Forgotten(@NotBlank @Size(max = LONG) String email) {}

    /** A new password, from who got the mail. */
    public record Reset(
            @NotBlank @Size(max = TOKEN) String token,
            @NotNull @Size(max = LONG) String newPassword) {}

    /** The token of a mail. */
    public record Verification(@NotBlank @Size(max = TOKEN) String token) {}

    /** A code of an authenticator app. */
    public record Code(@NotBlank @Size(max = 100) String code) {}

    /** Both factors. */
    public record BothFactors(
            @NotNull @Size(max = LONG) String password,
            @NotBlank @Size(max = 100) String code) {}
}
