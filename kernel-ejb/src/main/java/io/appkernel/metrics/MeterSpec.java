package io.appkernel.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.jspecify.annotations.Nullable;

/** What an annotation of MicroProfile Metrics asks for. The names follow that specification's rules. */
record MeterSpec(
        String name,
        Tags tags,
        @Nullable String description,
        @Nullable String unit) {

    static MeterSpec timed(Class<?> type, Method method) {
        return of(
                type,
                method,
                Timed.class,
                timed -> new Raw(timed.name(), timed.absolute(), timed.tags(), timed.description(), ""));
    }

    static MeterSpec counted(Class<?> type, Method method) {
        return of(
                type,
                method,
                Counted.class,
                counted -> new Raw(
                        counted.name(), counted.absolute(), counted.tags(), counted.description(), counted.unit()));
    }

    /** The method's annotation wins over the class's; a binding that came through a stereotype has neither. */
    private static <A extends Annotation> MeterSpec of(
            Class<?> type, Method method, Class<A> annotation, Function<A, Raw> read) {
        A onMethod = method.getAnnotation(annotation);
        if (onMethod != null) {
            Raw raw = read.apply(onMethod);
            return raw.named(ofMethod(raw.name, raw.absolute, method));
        }
        A onClass = type.getAnnotation(annotation);
        Raw raw = onClass == null ? new Raw("", false, new String[0], "", "") : read.apply(onClass);
        return raw.named(ofClass(raw.name, raw.absolute, type, method));
    }

    /** A relative name stands under the class, an absolute one alone. */
    private static String ofMethod(String name, boolean absolute, Method method) {
        String last = name.isEmpty() ? method.getName() : name;
        return absolute ? last : canonical(method.getDeclaringClass()) + "." + last;
    }

    /** The annotation's name stands in the place of the class's, and each method adds its own. */
    private static String ofClass(String name, boolean absolute, Class<?> type, Method method) {
        String owner = name.isEmpty() ? type.getSimpleName() : name;
        if (!absolute) {
            owner = name.isEmpty() ? canonical(type) : type.getPackageName() + "." + name;
        }
        return owner + "." + method.getName();
    }

    private static String canonical(Class<?> type) {
        String name = type.getCanonicalName();
        return name == null ? type.getName() : name;
    }

    private record Raw(String name, boolean absolute, String[] tags, String description, String unit) {
        MeterSpec named(String meterName) {
            boolean hasUnit = !unit.isEmpty() && !unit.equals(MetricUnits.NONE);
            return new MeterSpec(
                    meterName,
                    Tags.of(Stream.of(tags).map(Raw::tag).toList()),
                    description.isEmpty() ? null : description,
                    hasUnit ? unit : null);
        }

        private static Tag tag(String text) {
            String[] parts = text.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("tag \"" + text + "\" must read name=value");
            }
            return Tag.of(parts[0].strip(), parts[1].strip());
        }
    }
}
