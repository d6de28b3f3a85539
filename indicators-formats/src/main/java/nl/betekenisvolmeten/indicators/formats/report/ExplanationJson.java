package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.BoundsJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Where a figure comes from, in JSON. */
record ExplanationJson(
        String cell,
        FormatId format,
        Optional<IndicatorId> indicator,
        Optional<AreaCode> area,
        Optional<Period> period,
        BoundsJson value,
        Optional<BoundsJson> numerator,
        Optional<BoundsJson> denominator,
        Optional<Long> per,
        Optional<Coverage> coverage,
        List<PartJson> parts,
        List<Explanation.UsedDefinition> definitions,
        List<Verdict> rules,
        List<FileJson> files,
        long rowsCounted,
        Iterable<RowJson> rows) {

    static ExplanationJson of(Explanation of) {
        return new ExplanationJson(
                of.cell().toString(),
                of.format(),
                of.indicator().map(Indicator::id),
                of.area().map(Area::code),
                of.period(),
                BoundsJson.of(of.figure().value()),
                of.figure().numerator().map(BoundsJson::of),
                of.figure().denominator().map(BoundsJson::of),
                of.per().stream().boxed().findFirst(),
                of.coverage(),
                of.parts().stream().map(PartJson::of).toList(),
                of.definitions(),
                of.rules(),
                of.files().stream().map(FileJson::of).toList(),
                of.rowsCounted(),
                () -> of.rows().stream().map(RowJson::of).iterator());
    }

    /** A total that the figure is made of. */
    record PartJson(
            Explanation.Role role,
            ColumnName measure,
            String nature,
            Map<String, List<String>> where,
            BoundsJson total,
            long cells,
            long cellsMissing) {

        static PartJson of(Explanation.Part part) {
            return new PartJson(
                    part.role(),
                    part.measure().name(),
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

    /** A file. */
    record FileJson(
            String file,
            Optional<String> sha256,
            Optional<String> format,
            Optional<String> formatVersion,
            Explanation.Use use,
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
                    file.use(),
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
    record CauseJson(FindingCode code, Severity severity, Optional<String> column, long count, List<Long> rows) {

        static CauseJson of(FoldedFinding fold) {
            return new CauseJson(fold.code(), fold.severity(), fold.column(), fold.count(), fold.rows());
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
