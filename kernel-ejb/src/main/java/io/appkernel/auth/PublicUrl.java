package io.appkernel.auth;

import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people reach this deployment.
 *
 * @param publicUrl what links and callbacks are built of, as {@code https://app.example.com}: what a request says of its
 *     host is up to whoever sends it
 */
@Dependent
@Settings("kernel")
public record PublicUrl(Optional<URI> publicUrl) {
    public PublicUrl {
        publicUrl = publicUrl.map(PublicUrl::checked);
    }

    private static URI checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("public-url must look like https://app.example.com");
        }
        if (url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("public-url must end before any ? or #");
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
