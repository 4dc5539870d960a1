package io.appkernel.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a property becomes a value of one type.
 *
 * @param expected what the text must be, to go after "is not"
 * @param read throws any runtime exception for a text that is not
 */
record Reading(String expected, Function<String, Object> read) {
    private static final List<String> YES = List.of("true", "yes", "on", "1");
    private static final List<String> NO = List.of("false", "no", "off", "0");

    private static final Reading FLAG = new Reading("true or false", Reading::flag);
    private static final Reading INTEGER = new Reading("a whole number", text -> Integer.valueOf(text.strip()));
    private static final Reading LONG = new Reading("a whole number", text -> Long.valueOf(text.strip()));
    private static final Reading NUMBER = new Reading("a number", Reading::number);

    private static final Map<Class<?>, Reading> KNOWN = Map.ofEntries(
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(String.class, new Reading("text", text -> text)),
            Map.entry(SecretText.class, new Reading("text", SecretText::new)),
            Map.entry(Path.class, new Reading("a path", text -> Path.of(text.strip()))),
            Map.entry(URI.class, new Reading("a URI", text -> URI.create(text.strip()))),
            Map.entry(
                    Duration.class,
                    new Reading("a duration with its unit, such as 500ms, 30s, 15m, 12h or 30d", Reading::duration)));

    /** Null when nothing, MicroProfile Config's own converters included, makes that type of a text. */
    static @Nullable Reading of(Class<?> type, Config config) {
        Reading known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return ofEnum(type);
        }
        return config.getConverter(type)
                .map(converter -> new Reading("a " + type.getSimpleName(), converter::convert))
                .orElse(null);
    }

    private static Reading ofEnum(Class<?> type) {
        String expected = Arrays.stream(type.getEnumConstants())
                .map(constant -> String.join("|", spellings((Enum<?>) constant)))
                .collect(Collectors.joining(", "));
        return new Reading("one of " + expected, text -> constant(type, text));
    }

    private static Object constant(Class<?> type, String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spellings((Enum<?>) constant).contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> spellings(Enum<?> constant) {
        String own = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            Alias alias = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Alias.class);
            return alias == null
                    ? List.of(own)
                    : Stream.concat(Stream.of(own), Stream.of(alias.value())).toList();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Boolean flag(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(name) && !NO.contains(name)) {
            throw new IllegalArgumentException();
        }
        return YES.contains(name);
    }

    private static Double number(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static Duration duration(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("p") || plain.startsWith("-p")) {
            return Duration.parse(plain);
        }
        if (plain.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(plain.substring(0, plain.length() - 2)));
        }
        return Duration.parse((plain.endsWith("d") ? "p" : "pt") + plain);
    }
}
