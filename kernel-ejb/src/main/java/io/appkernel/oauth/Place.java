package io.appkernel.oauth;

import java.net.URI;
import java.util.Optional;

/** Where this deployment is reached. Immutable. */
record Place(Optional<URI> publicUrl, String apiPrefix) {
    URI callback(String provider, URI origin) {
        return URI.create(base(origin) + apiPrefix + "/auth/oauth/" + provider + "/callback");
    }

    /** An address of the web as it is; a path as one of this deployment's own origin. */
    String whole(String address, URI origin) {
        if (!address.startsWith("/")) {
            return address;
        }
        URI base = URI.create(base(origin));
        return base.getScheme() + "://" + base.getRawAuthority() + address;
    }

    private String base(URI origin) {
        return publicUrl.orElse(origin).toString();
    }
}
