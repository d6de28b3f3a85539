package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.BoundsJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Where a figure comes from, in JSON. */
record ExplanationJson(
        String cell,
        String format,
        Optional<String> indicator,
        Optional<String> area,
        Optional<String> period,
        BoundsJson value,
        Optional<BoundsJson> numerator,
        Optional<BoundsJson> denominator,
        Optional<Long> per,
        Optional<CoverageJson> coverage,
        List<PartJson> parts,
        List<DefinitionJson> definitions,
        List<RuleJson> rules,
        List<FileJson> files,
        long rowsCounted,
        Iterable<RowJson> rows) {

    static ExplanationJson of(Explanation of) {
        return new ExplanationJson(
                of.cell().toString(),
                of.format().toString(),
                of.indicator().map(one -> one.id().value()),
                of.area().map(area -> area.code().value()),
                of.period().map(Period::code),
                BoundsJson.of(of.figure().value()),
                of.figure().numerator().map(BoundsJson::of),
                of.figure().denominator().map(BoundsJson::of),
                of.per().stream().boxed().findFirst(),
                of.coverage().map(CoverageJson::of),
                of.parts().stream().map(PartJson::of).toList(),
                of.definitions().stream().map(DefinitionJson::of).toList(),
                of.rules().stream().map(RuleJson::of).toList(),
                of.files().stream().map(FileJson::of).toList(),
                of.rowsCounted(),
                () -> of.rows().stream().map(RowJson::of).iterator());
    }

    /** What was reported of what was to be expected. */
    record CoverageJson(long reported, long expected) {

        static CoverageJson of(Coverage coverage) {
            return new CoverageJson(coverage.reported(), coverage.expected());
        }
    }

    /** A total that the figure is made of. */
    record PartJson(
            String role,
            String measure,
            String nature,
            Map<String, List<String>> where,
            BoundsJson total,
            long cells,
            long cellsMissing) {

        static PartJson of(Explanation.Part part) {
            return new PartJson(
                    JsonFiles.word(part.role()),
                    part.measure().name().value(),
                    part.measure().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    where(part.where()),
                    BoundsJson.of(part.figure().value()),
                    part.figure().cellsKnown(),
                    part.figure().cellsMissing());
        }

        private static Map<String, List<String>> where(Map<ColumnName, ? extends Collection<String>> codes) {
            Map<String, List<String>> where = new LinkedHashMap<>();
            codes.forEach((column, values) ->
                    where.put(column.value(), values.stream().sorted().toList()));
            return where;
        }
    }

    /** A definition that it rests on. */
    record DefinitionJson(String kind, String id, String version, String status) {

        static DefinitionJson of(Explanation.UsedDefinition one) {
            return new DefinitionJson(
                    JsonFiles.word(one.kind()), one.id(), one.version(), JsonFiles.word(one.status()));
        }
    }

    /** A check that every row has passed, or was warned of. */
    record RuleJson(String code, String severity) {

        static RuleJson of(Verdict rule) {
            return new RuleJson(rule.code().value(), JsonFiles.word(rule.severity()));
        }
    }

    /** A file. */
    record FileJson(
            String file,
            Optional<String> sha256,
            Optional<String> format,
            Optional<String> formatVersion,
            String use,
            long rows,
            long rowsAccepted,
            long rowsCounted,
            long rowsRejected,
            List<Long> rejectedRows,
            long errors,
            long warnings,
            long notes,
            List<CauseJson> findings) {

        static FileJson of(Explanation.UsedFile file) {
            DeliveryReport report = file.report();
            return new FileJson(
                    report.source(),
                    report.sha256(),
                    report.format().map(FormatId::name),
                    report.format().map(FormatId::version),
                    JsonFiles.word(file.use()),
                    report.rows(),
                    report.rowsAccepted(),
                    file.rowsCounted(),
                    file.rowsRejected(),
                    file.rejected().stream().sorted().toList(),
                    report.findings().count(Severity.ERROR),
                    report.findings().count(Severity.WARNING),
                    report.findings().count(Severity.NOTE),
                    report.findings().folded().stream().map(CauseJson::of).toList());
        }
    }

    /** Findings with one cause. */
    record CauseJson(String code, String severity, Optional<String> column, long count, List<Long> rows) {

        static CauseJson of(FoldedFinding fold) {
            return new CauseJson(
                    fold.code().value(), JsonFiles.word(fold.severity()), fold.column(), fold.count(), fold.rows());
        }
    }

    /** A row that counted. */
    record RowJson(
            String file,
            long row,
            Map<String, Optional<BigDecimal>> counted,
            Map<String, String> key,
            Map<String, String> cells) {

        static RowJson of(Explanation.CountedRow row) {
            Map<String, Optional<BigDecimal>> counted = new LinkedHashMap<>();
            row.counted().forEach((role, value) -> counted.put(JsonFiles.word(role), value.exact()));
            return new RowJson(row.file(), row.number(), counted, texts(row.key()), texts(row.texts()));
        }

        private static Map<String, String> texts(Map<ColumnName, String> texts) {
            Map<String, String> byName = new LinkedHashMap<>();
            texts.forEach((column, text) -> byName.put(column.value(), text));
            return byName;
        }
    }
}
