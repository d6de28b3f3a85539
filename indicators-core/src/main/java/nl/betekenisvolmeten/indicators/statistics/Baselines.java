package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts the baselines of a control chart one after another, and looks for signals in each. */
final class Baselines {

    private Baselines() {}

    static List<ControlChart.Point> chart(int size, Set<Integer> breaks, Function<int[], ChartLines> lines) {
        List<ControlChart.Point> points = new ArrayList<>();
        int start = 0;
        int baseline = 0;
        for (int end : ends(size, breaks)) {
            if (start < end) {
                points.addAll(points(lines.apply(IntStream.range(start, end).toArray()), baseline));
                baseline++;
            }
            start = end;
        }
        return points;
    }

    private static SortedSet<Integer> ends(int size, Set<Integer> breaks) {
        for (int place : breaks) {
            if (place < 1 || place >= size) {
                throw new IllegalArgumentException("a break must be a place from 1 to below " + size + ": " + place);
            }
        }
        SortedSet<Integer> ends = new TreeSet<>(breaks);
        ends.add(size);
        return ends;
    }

    private static List<ControlChart.Point> points(ChartLines lines, int baseline) {
        int[] there = IntStream.range(0, lines.size()).filter(lines::has).toArray();
        ChartSignals signals = new ChartSignals(lines, there);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new ControlChart.Point(
                        lines.figure(i), baseline, lines.centreLine(), lines.limits(i), signals.of(i)))
                .toList();
    }
}
