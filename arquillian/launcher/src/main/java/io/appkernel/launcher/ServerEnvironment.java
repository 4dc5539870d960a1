package io.appkernel.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server's environment gets beyond the caller's own. The token travels here and not on the command line,
 * which every user of the machine can read.
 *
 * @param token the operator token that is in force
 * @param tokenSource where the person finds it again
 */
record ServerEnvironment(Map<String, String> additions, String token, String tokenSource) {
    private static final String TOKEN = "KERNEL_OPERATOR_TOKEN";
    private static final String TOKEN_ALIAS = "OPERATOR_TOKEN";

    static ServerEnvironment of(Map<String, String> own, Path data) {
        Map<String, String> additions = new HashMap<>();
        if (!own.containsKey("APP_ENV") && !own.containsKey("ENV")) {
            additions.put("APP_ENV", "dev");
        }
        if (!own.containsKey("DATA_DIR")) {
            additions.put("DATA_DIR", data.toString());
        }
        for (String name : List.of(TOKEN, TOKEN_ALIAS)) {
            String given = own.getOrDefault(name, "");
            if (!given.isEmpty()) {
                return new ServerEnvironment(Map.copyOf(additions), given, name + " of your environment");
            }
        }
        Path file = data.resolve("operator-token");
        String token = OperatorToken.in(file);
        additions.put(TOKEN, token);
        return new ServerEnvironment(Map.copyOf(additions), token, file.toString());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerEnvironment[" + additions.keySet() + ", token from " + tokenSource + "]";
    }
}
