package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;

/** Compares what was found with what was planted. */
final class Truth {

    private static final int SHOWN = 10;

    private Truth() {}

    /** Returns the differences in words, the first few of each kind; none if exactly the planted faults were found. */
    static List<String> differences(List<Planted> planted, DeliveryReport report) {
        Set<Planted> truth = new HashSet<>(planted);
        List<Planted> found = report.findings().kept().stream().map(Planted::of).toList();
        Set<Planted> foundOnce = new HashSet<>(found);
        List<String> differences = new ArrayList<>();
        planted.stream()
                .filter(fault -> !foundOnce.contains(fault))
                .limit(SHOWN)
                .forEach(fault -> differences.add("not found: " + fault.line()));
        found.stream()
                .filter(fault -> !truth.contains(fault))
                .limit(SHOWN)
                .forEach(fault -> differences.add("not planted: " + fault.line()));
        if (report.findings().total() != planted.size()) {
            differences.add(
                    "planted " + planted.size() + ", found " + report.findings().total());
        }
        long faultyRows =
                planted.stream().map(Planted::row).collect(Collectors.toSet()).size();
        if (report.rows() - report.rowsAccepted() != faultyRows) {
            differences.add(
                    "rows with a fault " + faultyRows + ", not accepted " + (report.rows() - report.rowsAccepted()));
        }
        return differences;
    }
}
