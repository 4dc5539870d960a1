package io.appkernel.bench;

import java.util.List;

/** The middle of some measurements, with the least and the greatest for the spread. */
record Median(double value, double least, double greatest) {
    static Median of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Median(middle, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
