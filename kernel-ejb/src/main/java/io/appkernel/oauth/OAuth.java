package io.appkernel.oauth;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.Sessions;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Logins with Google and GitHub, and which of them are linked to an account. The browser is sent away with {@link #begin}
 * and comes back to {@link #end}. To inject. Thread-safe.
 */
public final class OAuth {
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    private final Map<String, Provider> providers;
    private final Flows flows;
    private final Accounts accounts;
    private final Redirects redirects;
    private final Sessions sessions;
    private final Place place;

    OAuth(
            List<Provider> providers,
            Flows flows,
            Accounts accounts,
            Redirects redirects,
            Sessions sessions,
            Place place) {
        Map<String, Provider> byName = new TreeMap<>();
        providers.forEach(provider -> byName.put(provider.name(), provider));
        this.providers = byName;
        this.flows = flows;
        this.accounts = accounts;
        this.redirects = redirects;
        this.sessions = sessions;
        this.place = place;
    }

    /** By whom people may log in. */
    public Set<String> providers() {
        return Set.copyOf(providers.keySet());
    }

    /**
     * Begins a login; for a caller who is signed in, it links the provider's account to theirs.
     *
     * @param redirect where the browser is to end up; it must be on the operator's list
     * @param origin scheme and host of the request, for where no public address is set
     * @throws KernelException not found, when there is no such provider; forbidden, when the caller is not a person
     */
    public LoginStart begin(String provider, Optional<String> redirect, Optional<Caller> caller, URI origin) {
        Provider chosen = provider(provider);
        Optional<String> goal = redirect.map(redirects::allowed).map(path -> place.whole(path, origin));
        URI callback = place.callback(provider, origin);
        Flow flow = flows.begin(provider, callback.toString(), goal, caller.map(OAuth::linker));
        boolean secure = "https".equals(callback.getScheme());
        return new LoginStart(
                chosen.begin(flow),
                Flows.cookieName(flow.state()),
                flows.sealed(flow),
                callback.getRawPath(),
                secure,
                Flows.LIFETIME);
    }

    private Provider provider(String name) {
        Provider found = providers.get(name);
        if (found == null) {
            throw new KernelException(ErrorCode.NOT_FOUND, "Nobody logs in by this provider here.");
        }
        return found;
    }

    /** A key that opens a part of an account must not add a way into all of it. */
    private static String person(Caller caller) {
        if (caller.kind() != CallerKind.USER) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "Only people have accounts at providers. Call this with a login of your own.");
        }
        return caller.id();
    }

    private static Flow.Linker linker(Caller caller) {
        String person = person(caller);
        if (caller.claims().get("sid") instanceof String session) {
            return new Flow.Linker(person, session);
        }
        throw new KernelException(ErrorCode.FORBIDDEN, "Log in here first: an account is linked within a login.");
    }

    /**
     * Ends a login with what the provider sent the browser back with.
     *
     * @param cookies what the browser sent, by name
     * @throws KernelException malformed, when that does not fit what this browser began, or the provider refused;
     *     unavailable, when the provider does not answer; a conflict, when the account is another's; unauthenticated,
     *     when the login that was to link it has ended meanwhile
     */
    public LoginEnd end(String provider, Callback callback, Map<String, String> cookies, Client client) {
        Provider chosen = provider(provider);
        Flow flow = flows.found(provider, callback, cookies);
        callback.error().ifPresent(error -> {
            throw Provider.unfit(provider, reason(error));
        });
        String code = callback.code()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Provider.unfit(provider, "the answer holds no code"));
        Identity identity = chosen.identify(flow, callback, code);
        if (flow.linker().isPresent()) {
            return new LoginEnd.Linked(accounts.link(identity, flow.linker().get()), flow.redirect());
        }
        User user = accounts.signIn(identity);
        TokenPair pair = sessions.begin(user, client);
        if (!accounts.opens(identity, user)) {
            sessions.end(user.id(), pair.sessionId());
            throw Provider.unfit(provider, "its link to the account here has gone meanwhile");
        }
        return new LoginEnd.SignedIn(pair, flow.redirect());
    }

    private static String reason(String error) {
        if (error.equals("access_denied")) {
            return "you did not agree there";
        }
        return ERROR.matcher(error).matches() ? "it said " + error : "it did not say why";
    }

    /** The name of the cookie that a callback with this state ends. */
    public static String cookieName(String state) {
        return Flows.cookieName(state);
    }

    /** By what a person may log in, the newest first. */
    public List<OAuthAccount> accounts(Caller caller) {
        return accounts.of(person(caller));
    }

    /**
     * Takes a way to log in away from a person.
     *
     * @throws KernelException not found, when there is none such; a conflict, when it is the last
     */
    public void unlink(Caller caller, String provider) {
        accounts.unlink(person(caller), provider);
    }
}
