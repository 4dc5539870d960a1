package io.appkernel.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through everything that servers and tests have written for what nobody may write down. */
public final class OutputScan {
    private static final Map<String, Pattern> SECRETS = secrets();
    private static final Pattern FILES = Pattern.compile(".*\\.(log|xml|txt|json)|server\\.log.*");
    private static final int SHOWN = 20;

    /** What the tests were told, in the head of each of their reports. */
    private static final Pattern SETTING = Pattern.compile("\\s*<property name=");

    private OutputScan() {}

    private static Map<String, Pattern> secrets() {
        Map<String, Pattern> secrets = new LinkedHashMap<>();
        secrets.put("an access token", Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"));
        secrets.put("a refresh token", Pattern.compile("rt_[0-9a-f-]{36}\\.\\d+\\.[\\w-]{43}"));
        secrets.put("an API key", Pattern.compile("sk_live_[\\w-]{30,}"));
        secrets.put("a hashed password", Pattern.compile("\\$argon2id?\\$v="));
        secrets.put("a password", Pattern.compile(Pattern.quote(Accounts.PASSWORD)));
        secrets.put("the secret of tokens", Pattern.compile(Pattern.quote(TokenIT.SECRET)));
        secrets.put("the operator's token", Pattern.compile("the-operator-token-of-the-black-box-tests"));
        return secrets;
    }

    /** The directories to look through; ends with 1 when there is anything to say, or nothing to look through. */
    public static void main(String[] directories) throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (String directory : directories) {
            for (Path file : files(Path.of(directory))) {
                files++;
                found.addAll(scan(file));
            }
        }
        found.stream().limit(SHOWN).forEach(System.err::println);
        if (files == 0 || !found.isEmpty()) {
            System.err.println(files + " files hold " + found.size() + " secrets");
            System.exit(1);
        }
        System.out.println("No secret stands in " + files + " files of output");
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> FILES.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** What a file holds, without saying it. */
    static List<String> scan(Path file) {
        List<String> found = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            int[] number = {0};
            lines.forEach(line -> {
                number[0]++;
                if (SETTING.matcher(line).lookingAt()) {
                    return;
                }
                SECRETS.forEach((name, pattern) -> {
                    Matcher matcher = pattern.matcher(line);
                    if (matcher.find()) {
                        found.add(file + ":" + number[0] + ": " + name + " after \""
                                + line.substring(Math.max(0, matcher.start() - 80), matcher.start()) + "\"");
                    }
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
