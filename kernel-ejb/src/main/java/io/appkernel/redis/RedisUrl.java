package io.appkernel.redis;

import io.appkernel.settings.SecretText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is, taken apart. Immutable.
 *
 * @param nodes the server; or the Sentinels; or some nodes of the cluster
 * @param master what the Sentinels call the server; empty for the other kinds
 */
record RedisUrl(
        Kind kind,
        boolean tls,
        Set<HostAndPort> nodes,
        Optional<String> user,
        Optional<SecretText> password,
        int database,
        String master) {
    enum Kind {
        SERVER,
        SENTINEL,
        CLUSTER
    }

    private static final Pattern FORM = Pattern.compile("(?<scheme>rediss?)(?<kind>-sentinel|-cluster)?://"
            + "((?<credentials>[^@/\\s]*)@)?(?<hosts>[^@/?#\\s]+)(?<path>/[^@?#\\s]*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:]+)(:(?<port>\\d{1,5}))?");
    private static final String FORMS = " must look like redis://[user:password@]host:6379[/db],"
            + " redis-sentinel://host:26379,host:26379/master[/db] or redis-cluster://host:6379,host:6379;"
            + " rediss in place of redis for TLS; in user and password write / as %2F, @ as %40 and : as %3A";

    RedisUrl {
        nodes = Set.copyOf(nodes);
    }

    /**
     * Reads a URL.
     *
     * @param name what the message of a refusal begins with
     * @throws IllegalArgumentException saying what is wrong, without the URL or a part of it
     */
    static RedisUrl parse(String name, SecretText url) {
        Matcher form = FORM.matcher(url.reveal().strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(name + FORMS);
        }
        try {
            return of(form);
        } catch (IllegalArgumentException e) {
            // Its own message may hold a part of the URL.
            throw new IllegalArgumentException(name + FORMS);
        }
    }

    private static RedisUrl of(Matcher form) {
        Kind kind = kind(form.group("kind"));
        String[] path =
                Optional.ofNullable(form.group("path")).orElse("/").substring(1).split("/", -1);
        boolean sentinel = kind == Kind.SENTINEL;
        String master = sentinel ? decoded(path[0]) : "";
        int at = sentinel ? 1 : 0;
        int database = path.length > at && !path[at].isEmpty() ? Integer.parseInt(path[at]) : 0;
        Optional<String> user = Optional.empty();
        Optional<SecretText> password = Optional.empty();
        String credentials = form.group("credentials");
        if (credentials != null) {
            int colon = credentials.indexOf(':');
            require(colon >= 0);
            user = Optional.of(decoded(credentials.substring(0, colon))).filter(name -> !name.isEmpty());
            password = Optional.of(new SecretText(decoded(credentials.substring(colon + 1))));
        }
        Set<HostAndPort> nodes = nodes(form.group("hosts"), sentinel ? 26379 : 6379);
        require(path.length <= at + 1 && sentinel != master.isEmpty());
        require(kind != Kind.CLUSTER || database == 0);
        require(kind != Kind.SERVER || nodes.size() == 1);
        return new RedisUrl(kind, form.group("scheme").equals("rediss"), nodes, user, password, database, master);
    }

    private static Kind kind(@Nullable String suffix) {
        if (suffix == null) {
            return Kind.SERVER;
        }
        return suffix.equals("-sentinel") ? Kind.SENTINEL : Kind.CLUSTER;
    }

    private static Set<HostAndPort> nodes(String hosts, int defaultPort) {
        Set<HostAndPort> nodes = new LinkedHashSet<>();
        for (String host : hosts.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            require(matcher.matches());
            String port = matcher.group("port");
            String name = matcher.group(1).replaceAll("[\\[\\]]", "");
            int number = port == null ? defaultPort : Integer.parseInt(port);
            require(number > 0 && number < 65_536);
            nodes.add(new HostAndPort(name, number));
        }
        return nodes;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return kind + " " + nodes;
    }
}
