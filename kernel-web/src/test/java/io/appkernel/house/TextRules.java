package io.appkernel.house;

import java.util.Map;
import java.util.regex.Pattern;

/** What only the source text shows, in every module. */
final class TextRules {
    private static final int LINES_PER_FILE = 400;

    /** The black-box test of the frame is one class on purpose. */
    private static final String LONGER = "FrameIT.java";

    private static final Pattern SLEEP = Pattern.compile("\\bsleep\\(|:{2}sleep\\b");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public [\\w ]*\\b(class|interface|record|enum|@interface) (\\w+)");

    private TextRules() {}

    static Map<String, Rule> rules() {
        return Map.of(
                "a file has at most " + LINES_PER_FILE + " lines",
                house -> house.sources().stream()
                        .filter(source -> source.lines().size() > LINES_PER_FILE)
                        .filter(source -> !source.file().endsWith(LONGER))
                        .map(source -> source.file() + " has " + source.lines().size() + " lines: split it")
                        .toList(),
                "nothing sleeps, tests neither",
                house -> house.sources().stream()
                        .filter(source -> !source.isTool())
                        .filter(source -> SLEEP.matcher(source.text()).find())
                        .map(source -> source.file() + " sleeps: give the code a Clock, or await the condition")
                        .toList(),
                "public types carry their contract",
                house -> house.sources().stream()
                        .filter(Source::isKernel)
                        .filter(TextRules::isPublicWithoutContract)
                        .map(source -> source.file() + " is public without Javadoc: state its contract, or close it")
                        .toList());
    }

    private static boolean isPublicWithoutContract(Source source) {
        var type = PUBLIC_TYPE.matcher(source.text());
        if (!type.find()) {
            return false;
        }
        String before = source.text().substring(0, type.start());
        return !before.substring(before.lastIndexOf("\nimport ") + 1).contains("/**");
    }
}
