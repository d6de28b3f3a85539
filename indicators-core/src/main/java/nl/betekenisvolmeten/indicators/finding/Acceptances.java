package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Explanations of warnings of one delivery.
 *
 * <table>
 *   <caption>What is found about the explanations</caption>
 *   <tr><th>code</th><th>found</th></tr>
 *   <tr><td>BM-E01</td><td>it lapsed: something else was found in its place (a warning)</td></tr>
 *   <tr><td>BM-E02</td><td>it is not used: there is no such warning (a note)</td></tr>
 *   <tr><td>BM-E03</td><td>it is about an error, which no explanation takes away (a warning)</td></tr>
 *   <tr><td>BM-E04</td><td>it was not looked at, as not all findings were kept (a note)</td></tr>
 * </table>
 *
 * @param source where they stand, for findings about them
 * @param all the explanations, in order
 */
public record Acceptances(String source, List<Acceptance> all) {

    private static final FindingCode LAPSED = FindingCode.of("BM-E01");
    private static final FindingCode NOT_USED = FindingCode.of("BM-E02");
    private static final FindingCode OF_AN_ERROR = FindingCode.of("BM-E03");
    private static final FindingCode NOT_LOOKED_AT = FindingCode.of("BM-E04");

    public Acceptances {
        all = List.copyOf(all);
    }

    /**
     * What the explanations make of findings.
     *
     * @param open all findings but the explained warnings
     * @param explained the explained warnings, in the order of the explanations
     * @param remarks what was found about the explanations
     */
    public record Applied(Findings open, List<AcceptedWarning> explained, Findings remarks) {
        public Applied {
            explained = List.copyOf(explained);
        }

        /**
         * Nothing is explained.
         *
         * @param findings what was found
         * @return the findings, all open
         */
        public static Applied none(Findings findings) {
            return new Applied(findings, List.of(), Findings.none());
        }
    }

    private record Place(FindingCode code, OptionalLong row, Optional<String> column) {}

    /**
     * Tells the explained warnings from the others. Each explanation is for one warning; an error is never explained.
     *
     * @param findings what was found in the delivery
     * @return what is open, what is explained, and what is wrong with the explanations
     */
    public Applied apply(Findings findings) {
        Map<Place, Deque<Finding>> byPlace = byPlace(findings);
        List<AcceptedWarning> explained = new ArrayList<>();
        FindingCollector remarks = FindingCollector.withDefaults();
        for (int i = 0; i < all.size(); i++) {
            Acceptance acceptance = all.get(i);
            Deque<Finding> there = byPlace.getOrDefault(
                    new Place(acceptance.code(), acceptance.row(), acceptance.column()), new ArrayDeque<>());
            Optional<Finding> warning = there.stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .filter(finding -> Acceptance.fingerprint(finding).equals(acceptance.fingerprint()))
                    .findFirst();
            if (warning.isPresent()) {
                there.remove(warning.get());
                explained.add(new AcceptedWarning(warning.get(), acceptance));
            } else {
                remarks.add(remark(i, there, findings));
            }
        }
        Findings open = findings.without(
                explained.stream().map(AcceptedWarning::finding).toList());
        return new Applied(open, explained, remarks.toFindings());
    }

    /** The findings that an explanation may be about. */
    private Map<Place, Deque<Finding>> byPlace(Findings findings) {
        Set<FindingCode> wanted = new HashSet<>();
        all.forEach(acceptance -> wanted.add(acceptance.code()));
        Map<Place, Deque<Finding>> byPlace = new HashMap<>();
        for (Finding finding : findings.kept()) {
            if (wanted.contains(finding.code())) {
                Location at = finding.location();
                byPlace.computeIfAbsent(new Place(finding.code(), at.row(), at.column()), place -> new ArrayDeque<>())
                        .add(finding);
            }
        }
        return byPlace;
    }

    private Finding remark(int index, Deque<Finding> there, Findings findings) {
        Acceptance acceptance = all.get(index);
        Map<String, String> arguments = new TreeMap<>();
        List<String> where = new ArrayList<>();
        acceptance.row().ifPresent(row -> where.add(Long.toString(row)));
        acceptance.column().ifPresent(where::add);
        arguments.put("code", acceptance.code().value());
        arguments.put("where", where.isEmpty() ? "-" : String.join(", ", where));
        Location place = Location.of(source).withPath("/explanations/" + index);
        if (there.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Finding.of(OF_AN_ERROR, Severity.WARNING, place, arguments);
        }
        if (there.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)) {
            return Finding.of(LAPSED, Severity.WARNING, place, arguments);
        }
        if (findings.truncated() && findings.count(acceptance.code()) > keptOf(acceptance.code(), findings)) {
            arguments.put("limit", Integer.toString(findings.kept().size()));
            return Finding.of(NOT_LOOKED_AT, Severity.NOTE, place, arguments);
        }
        return Finding.of(NOT_USED, Severity.NOTE, place, arguments);
    }

    private static long keptOf(FindingCode code, Findings findings) {
        return findings.kept().stream()
                .filter(finding -> finding.code().equals(code))
                .count();
    }
}
