package io.appkernel.health;

import java.util.Map;
import java.util.TreeMap;

/** One check's answer as JMX shows it. Public, with getters, because JMX reads only such classes. Immutable. */
public final class CheckView {
    private final CheckReport report;

    CheckView(CheckReport report) {
        this.report = report;
    }

    public String getName() {
        return report.name();
    }

    public String getStatus() {
        return report.status().name();
    }

    public long getDurationMillis() {
        return report.duration().toMillis();
    }

    /** What the check says about itself, every value as text. */
    public Map<String, String> getData() {
        Map<String, String> text = new TreeMap<>();
        report.data().forEach((key, value) -> text.put(key, String.valueOf(value)));
        return text;
    }
}
