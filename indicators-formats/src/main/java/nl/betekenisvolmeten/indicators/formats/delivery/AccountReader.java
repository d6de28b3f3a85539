package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Leniency;

/**
 * Reads and checks an account of several parts. A file is the part whose name its own name holds ({@code
 * telformat-2026KW02.csv}), or else the part whose format it is recognised as; a sheet of a workbook the other way round,
 * as its name is often left as it was. Bad data gives findings, never an
 * exception. Immutable and thread-safe.
 *
 * <p>Each part is checked by its own format. Then the parts are checked against each other, on their good rows.
 * Explanations of warnings that lie with the parts come with the report of each.
 */
public final class AccountReader {

    private final AccountDefinition account;
    private final Definitions formats;
    private final DeliveryReader reader;
    private final ReadLimits limits;
    private final List<ReportingAgreement> agreements;

    private AccountReader(
            AccountDefinition account,
            Definitions formats,
            DeliveryReader reader,
            ReadLimits limits,
            List<ReportingAgreement> agreements) {
        this.agreements = List.copyOf(agreements);
        this.formats = formats;
        this.account = account;
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Returns a reader of an account, with {@link Leniency#STANDARD} and the default limits.
     *
     * @param account the account
     * @return the reader
     */
    public static AccountReader of(AccountDefinition account) {
        Definitions formats = Definitions.empty();
        for (AccountDefinition.Part part : account.parts()) {
            formats = formats.with(part.format());
        }
        return new AccountReader(account, formats, DeliveryReader.of(formats), ReadLimits.withDefaults(), List.of());
    }

    /**
     * Returns a copy of this reader that also accepts later versions of the formats of its parts, which an
     * organisation's program may write before the account itself has a new version, and knows the indicators that they
     * may name.
     *
     * @param known the definitions with the formats
     * @return the reader
     */
    public AccountReader withLaterVersions(Definitions known) {
        Definitions later = formats;
        for (IndicatorSet set : known.indicatorSets().all()) {
            later = later.with(set);
        }
        for (AccountDefinition.Part part : account.parts()) {
            for (FormatDefinition format : known.formats().all()) {
                if (format.earlierVersions().stream().anyMatch(part.format()::equals)) {
                    later = later.with(format);
                }
            }
        }
        return new AccountReader(account, later, DeliveryReader.of(later), limits, agreements);
    }

    /**
     * Returns a copy of this reader with another leniency.
     *
     * @param leniency how strictly notations are judged
     * @return the reader
     */
    public AccountReader withLeniency(Leniency leniency) {
        return new AccountReader(account, formats, reader.withLeniency(leniency), limits, agreements);
    }

    /**
     * Returns a copy of this reader that knows which parts were agreed on with each organisation.
     *
     * @param agreed the agreements
     * @return the reader
     */
    public AccountReader withAgreements(List<ReportingAgreement> agreed) {
        return new AccountReader(account, formats, reader, limits, agreed);
    }

    /**
     * Returns a copy of this reader with other limits, for each part.
     *
     * @param newLimits how much is read
     * @return the reader
     */
    public AccountReader withLimits(ReadLimits newLimits) {
        return new AccountReader(account, formats, reader.withLimits(newLimits), newLimits, agreements);
    }

    /**
     * Returns whether a workbook is an account: the headers of its sheets are those of at least two of the parts. With
     * one only it is a delivery of that format.
     *
     * @param workbook the workbook
     * @param known the definitions with the formats that the sheets may be of, so that one of another version is not
     *     taken for a part
     * @return true if it is; false too when it is no workbook or cannot be read
     * @throws IndicatorsException if the source cannot be read
     */
    public boolean recognises(DeliverySource workbook, Definitions known) {
        return DeliveryReader.of(known).withLimits(limits).sheets(workbook).stream()
                        .filter(sheet -> !AccountDefinition.isExplanationSheet(sheet.name()))
                        .flatMap(sheet -> sheet.format().flatMap(this::partOf).stream())
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * Checks an account.
     *
     * @param source the account
     * @return what was found
     * @throws IndicatorsException if the source cannot be read
     */
    public Report read(PartedSource source) {
        Findings.Collector findings = Findings.Collector.of(limits.findings());
        Checked<List<DeliverySource>> files = opened(source, PartedSource::parts);
        findings.combine(files.findings());
        if (files.value().isEmpty()) {
            return new Report(source.name(), account.id(), List.of(), findings.toFindings());
        }
        List<DeliverySource> all = files.value().get();
        if (!all.isEmpty() && all.stream().allMatch(AccountCodes::isPacked)) {
            String names = all.stream().map(DeliverySource::name).collect(Collectors.joining(", "));
            findings.add(about(
                    AccountCodes.MISSING_PART,
                    Severity.ERROR,
                    source.name(),
                    Map.of("part", required(), "file", names, "reason", "packed")));
            return new Report(source.name(), account.id(), List.of(), findings.toFindings());
        }
        Map<String, DeliverySource> byPart = assign(source.name(), files.value().get(), findings);
        List<Report.Part> reports = new ArrayList<>();
        List<PartFacts> facts = new ArrayList<>();
        for (AccountDefinition.Part part : account.parts()) {
            DeliverySource file = byPart.get(part.name());
            if (file != null) {
                PartFacts seen = new PartFacts(account, part, file.name());
                DeliveryReport report =
                        reader.withFormat(versionOf(part, file)).open(file).readRows(seen);
                if (!part.required() && report.rows() == 0 && file.sheet().isPresent()) {
                    // a sheet of the form that nobody had to fill in
                    byPart.remove(part.name());
                    continue;
                }
                seen.finish(report);
                facts.add(seen);
                reports.add(new Report.Part(part.name(), report, Optional.empty()));
            }
        }
        if (facts.isEmpty()) {
            findings.add(about(
                    AccountCodes.MISSING_PART,
                    Severity.ERROR,
                    source.name(),
                    Map.of("part", required(), "reason", "several")));
        } else {
            // a part that appears twice still counts as one
            boolean alone = facts.size() == 1 && findings.toFindings().count(AccountCodes.UNKNOWN_FILE) == 0;
            account.parts().stream()
                    .filter(part -> !byPart.containsKey(part.name()))
                    .flatMap(part -> absent(source.name(), part, facts, alone).stream())
                    .forEach(findings::add);
        }
        CrossCheck cross = new CrossCheck(facts, findings::add);
        account.rules().forEach(cross::check);
        List<String> names = facts.stream().map(PartFacts::file).toList();
        List<Report.Part> explained =
                opened(source, parted -> PartExplanations.of(parted).of(reports, names));
        return new Report(source.name(), account.id(), explained, findings.toFindings());
    }

    /**
     * Returns the finding about an absent part: an error if an agreement asks for it. Without an agreement it is not
     * known whether the part was asked for, and a single file need not be an account at all.
     */
    private Optional<Finding> absent(String source, AccountDefinition.Part part, List<PartFacts> facts, boolean alone) {
        List<ReportingAgreement> known = agreements.stream()
                .filter(agreement -> !agreement.formats().isEmpty())
                .filter(agreement -> facts.stream().anyMatch(seen -> seen.isUnder(agreement)))
                .toList();
        boolean asked = known.stream()
                .anyMatch(agreement -> agreement.covers(part.format().id().name()));
        Map<String, String> arguments = Map.of("part", part.name());
        if (asked) {
            return Optional.of(about(AccountCodes.MISSING_PART, Severity.ERROR, source, arguments));
        }
        return known.isEmpty() && part.required() && !alone
                ? Optional.of(about(AccountCodes.ABSENT_PART, Severity.NOTE, source, arguments))
                : Optional.empty();
    }

    /** Returns the names of the parts that every account has. */
    private String required() {
        return account.parts().stream()
                .filter(AccountDefinition.Part::required)
                .map(AccountDefinition.Part::name)
                .collect(Collectors.joining(", "));
    }

    /** Reads something of a source. */
    private interface Access<T> {
        T of(PartedSource source) throws IOException;
    }

    private static <T> T opened(PartedSource source, Access<T> access) {
        try {
            return access.of(source);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /**
     * A file and the part that it is.
     *
     * @param file the file
     * @param part the part; empty when it is none
     * @param last whether it gives way to others: a sheet that only has the name of a part
     */
    private record Found(DeliverySource file, Optional<String> part, boolean last) {}

    private Map<String, DeliverySource> assign(String source, List<DeliverySource> files, Findings.Collector findings) {
        Map<String, DeliverySource> byPart = new LinkedHashMap<>();
        // sheets with the header of a part first
        List<Found> all = files.stream()
                .map(this::find)
                .sorted(Comparator.comparing(Found::last))
                .toList();
        for (Found found : all) {
            String file = found.file().name();
            boolean packed = AccountCodes.isPacked(found.file());
            if (packed || found.part().isEmpty()) {
                findings.add(about(
                        AccountCodes.UNKNOWN_FILE,
                        Severity.WARNING,
                        source,
                        packed ? Map.of("file", file, "reason", "packed") : Map.of("file", file)));
                continue;
            }
            String part = found.part().get();
            DeliverySource before = byPart.putIfAbsent(part, found.file());
            if (before != null) {
                Map<String, String> twice = AccountCodes.isSame(before, found.file())
                        ? Map.of("part", part, "file", file, "other", before.name(), "reason", "same")
                        : Map.of("part", part, "file", file);
                findings.add(about(AccountCodes.PART_TWICE, Severity.ERROR, source, twice));
            }
        }
        return byPart;
    }

    private Found find(DeliverySource file) {
        if (file.sheet().isPresent()) {
            Optional<String> recognised = recognised(file);
            return new Found(file, recognised.or(() -> named(file)), recognised.isEmpty());
        }
        return new Found(file, named(file).or(() -> recognised(file)), false);
    }

    private Optional<String> named(DeliverySource file) {
        String name = file.sheet()
                .map(DeliverySource.Sheet::name)
                .orElseGet(file::name)
                .toLowerCase(Locale.ROOT);
        return account.parts().stream()
                .map(AccountDefinition.Part::name)
                .filter(name::contains)
                .findFirst();
    }

    private Optional<String> recognised(DeliverySource file) {
        return seen(file).flatMap(this::partOf);
    }

    /**
     * Returns the version of the part's format in which a file is written; that of the account if it is in another
     * format.
     */
    private FormatId versionOf(AccountDefinition.Part part, DeliverySource file) {
        return seen(file)
                .filter(seen -> seen.name().equals(part.format().id().name()))
                .orElse(part.format().id());
    }

    private Optional<FormatId> seen(DeliverySource file) {
        return reader.withHash(false).open(file).seen();
    }

    private Optional<String> partOf(FormatId format) {
        return account.parts().stream()
                .filter(part -> part.format().id().name().equals(format.name()))
                .filter(part -> formats.formats().find(format).isPresent())
                .map(AccountDefinition.Part::name)
                .findFirst();
    }

    private static Finding about(FindingCode code, Severity severity, String source, Map<String, String> arguments) {
        return Finding.of(code, severity, Location.of(source), arguments);
    }

    /**
     * What the check of an account gave.
     *
     * @param source the account's name
     * @param format what it was read as
     * @param parts what the check of each part gave, in the order of the account's parts
     * @param findings what was found about the whole: parts that are missing, files that are no part, and parts that
     *     contradict each other
     */
    public record Report(String source, FormatId format, List<Part> parts, Findings findings) {

        public Report {
            parts = List.copyOf(parts);
        }

        /**
         * A part.
         *
         * @param name the part
         * @param report what its check gave
         * @param explanations the explanations of its warnings, or what is wrong with these; empty when there are none
         */
        public record Part(String name, DeliveryReport report, Optional<Checked<Acceptances>> explanations) {

            boolean isGood() {
                return report.isGood()
                        && explanations
                                .map(read -> !read.findings().hasErrors())
                                .orElse(true);
            }
        }

        /**
         * Returns whether there is nothing to report about the whole: it has a single part, and no agreement asks for
         * others.
         *
         * @return true when the account is a delivery in the format of its only part
         */
        public boolean isOneDelivery() {
            return parts.size() == 1 && findings.total() == 0;
        }

        /**
         * Returns whether the account can go out.
         *
         * @return true when there is no error, in no part nor in its explanations
         */
        public boolean isGood() {
            return !findings.hasErrors() && parts.stream().allMatch(Part::isGood);
        }
    }
}
