package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Standing;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Subject;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;

/** Decides which rows of a file count, according to the ledger of deliveries. Without a ledger all do. */
final class DeliveryFilter {

    /** What becomes of the rows of one subject in one file. */
    private sealed interface Verdict {}

    private record Counts(OptionalLong number) implements Verdict {}

    private record Out(ContextReport.Reason reason) implements Verdict {}

    private record At(String file, Subject subject) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            int order = subject.compareTo(other.subject);
            return order != 0 ? order : file.compareTo(other.file);
        }
    }

    private final List<ReportingContext.Entry> entries;
    private final Map<Subject, Standing> standings;
    private final String format;
    private final Set<AgreedRows.File> files = new HashSet<>();
    private final Map<At, Verdict> verdicts = new TreeMap<>();
    private final Map<At, Long> rows = new TreeMap<>();

    DeliveryFilter(ReportingContext context, String format) {
        entries = context.deliveries();
        standings = context.standings();
        this.format = format;
    }

    /** Notes that a file is there, even if it has no rows. */
    void open(AgreedRows.File file) {
        files.add(file);
    }

    /**
     * Decides whether a row counts, and counts the row.
     *
     * @return empty when it does not count; 0 when it counts as it is; the number of its delivery when others of its
     *     subject correct it or are corrected by it
     */
    OptionalLong pass(AgreedRows.File file, Subject subject) {
        if (entries.isEmpty()) {
            return OptionalLong.of(0);
        }
        At at = new At(file.name(), subject);
        rows.merge(at, 1L, Math::addExact);
        Verdict verdict = verdicts.computeIfAbsent(at, any -> verdict(file, subject));
        return verdict instanceof Counts counts
                ? OptionalLong.of(counts.number().orElse(0))
                : OptionalLong.empty();
    }

    /** Returns whether rows of a subject count; does not count a row. */
    boolean counts(AgreedRows.File file, Subject subject) {
        return entries.isEmpty() || verdict(file, subject) instanceof Counts;
    }

    private Verdict verdict(AgreedRows.File file, Subject subject) {
        Standing standing = standings.get(subject);
        if (standing == null) {
            return new Counts(OptionalLong.empty());
        }
        Optional<DeliveryLedger.Version> version = entries.stream()
                .filter(entry -> subject.equals(subject(entry.version())) && entry.isOf(file.name(), file.sha256()))
                .map(ReportingContext.Entry::version)
                .max(Comparator.comparing(standing.counting()::contains));
        if (version.isEmpty()) {
            return new Out(ContextReport.Reason.NOT_LISTED);
        }
        if (standing.counting().contains(version.get())) {
            boolean alone = standing.counting().size() == 1;
            return new Counts(OptionalLong.of(alone ? 0 : version.get().number()));
        }
        if (standing.refused().contains(version.get())) {
            return new Out(ContextReport.Reason.REFUSED);
        }
        return new Out(standing.counting().isEmpty() ? ContextReport.Reason.WITHDRAWN : ContextReport.Reason.REPLACED);
    }

    static Subject subject(DeliveryLedger.Version version) {
        return new Subject(version.reporter(), version.period(), version.format());
    }

    /** Returns what was kept out, with the number of rows. */
    List<ContextReport.KeptOut> keptOut() {
        List<ContextReport.KeptOut> kept = new ArrayList<>();
        verdicts.forEach((at, verdict) -> {
            if (verdict instanceof Out out) {
                kept.add(new ContextReport.KeptOut(at.file(), at.subject(), out.reason(), rows.getOrDefault(at, 0L)));
            }
        });
        return kept;
    }

    /**
     * Returns findings about rows kept out, files that the ledger does not know, and deliveries that are missing or not
     * accepted.
     */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        keptOut()
                .forEach(kept -> findings.add(code(kept.reason())
                        .finding(Map.of(
                                "file", kept.file(),
                                "organisation", kept.subject().reporter().value(),
                                "period", kept.subject().period().code(),
                                "count", Long.toString(kept.rows())))));
        verdicts.forEach((at, verdict) -> {
            if (verdict instanceof Counts counts && counts.number().isEmpty()) {
                findings.add(ContextCodes.NOT_IN_LEDGER.finding(Map.of(
                        "file", at.file(),
                        "organisation", at.subject().reporter().value(),
                        "period", at.subject().period().code())));
            }
        });
        absentVersions().forEach(version -> findings.add(finding(ContextCodes.ABSENT, version)));
        pending().forEach(version -> findings.add(finding(ContextCodes.NOT_ACCEPTED, version)));
        return findings;
    }

    private static Finding finding(ContextCodes code, DeliveryLedger.Version version) {
        return code.finding(Map.of(
                "organisation", version.reporter().value(),
                "period", version.period().code(),
                "number", Long.toString(version.number())));
    }

    /**
     * Returns the rejected deliveries that no accepted one followed: their subject is known to be different, or was
     * never delivered correctly.
     */
    private Stream<DeliveryLedger.Version> pending() {
        return standings.entrySet().stream()
                .filter(entry -> entry.getKey().format().equals(format))
                .flatMap(entry -> pending(entry.getValue()));
    }

    private static Stream<DeliveryLedger.Version> pending(Standing standing) {
        long last = Stream.concat(standing.counting().stream(), standing.replaced().stream())
                .mapToLong(DeliveryLedger.Version::number)
                .max()
                .orElse(0);
        return standing.refused().stream()
                .filter(version -> !version.valid()
                        && version.kind() != DeliveryLedger.Version.Kind.WITHDRAWAL
                        && version.number() > last);
    }

    /** Returns the deliveries that should count but are missing. */
    private Stream<DeliveryLedger.Version> absentVersions() {
        return standings.entrySet().stream()
                .filter(entry -> entry.getKey().format().equals(format))
                .flatMap(entry -> entry.getValue().counting().stream())
                .filter(version -> !isThere(version));
    }

    /** Returns the subjects of deliveries that should count and are missing or were rejected. */
    List<Subject> absent() {
        return Stream.concat(absentVersions(), pending())
                .map(DeliveryFilter::subject)
                .distinct()
                .toList();
    }

    private static ContextCodes code(ContextReport.Reason reason) {
        return switch (reason) {
            case REPLACED -> ContextCodes.REPLACED;
            case WITHDRAWN -> ContextCodes.WITHDRAWN;
            case REFUSED -> ContextCodes.REFUSED;
            case NOT_LISTED -> ContextCodes.NOT_LISTED;
        };
    }

    private boolean isThere(DeliveryLedger.Version version) {
        return entries.stream()
                .filter(entry -> entry.version().equals(version))
                .anyMatch(entry -> files.stream().anyMatch(file -> entry.isOf(file.name(), file.sha256())));
    }
}
