package nl.betekenisvolmeten.indicators.formats.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.File;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * The same rows in every way in which they may be carried, good and with one wrong code: what is found must not depend on
 * the carrier. And what a carrier alone can do to them.
 */
final class CarrierCases {

    private static final Verdict ENCODING = new Verdict(FindingCode.of("TF-I01"), Severity.NOTE);
    private static final Verdict HEADER_BELOW = new Verdict(FindingCode.of("TF-W03"), Severity.WARNING);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NO_VALUE = "geen-waarde-hier";
    private static final String ACCENTS = "Café";
    private static final String TITLE = "Voorbeeld van een titel\n\n";
    private static final String ZERO_IN_FRONT = "09100001";

    private final FormatDefinition format;
    private final List<String> header;
    private final List<Case> cases = new ArrayList<>();

    CarrierCases(FormatDefinition format) {
        this.format = format;
        header = format.header();
    }

    List<Case> cases(SampleRow first, SampleRow second) {
        add("pass", List.of(first, second), List.of(), 2);
        Verdict unknown = format.ruleSet().verdict(RuleSet.CellCheck.KNOWN_CODE);
        column(type -> type instanceof ColumnType.Code || type instanceof ColumnType.Place)
                .ifPresent(column -> add(
                        "fail",
                        List.of(first, second.with(column, NO_VALUE)),
                        List.of(Expected.inCell(unknown, column)),
                        1));
        windows(first, second);
        File below = File.of(
                HEADER_BELOW.code() + "-fail-title-above.csv", TITLE + CsvText.of(format, List.of(first, second)));
        cases.add(Case.of(format, below, List.of(Expected.inRow(HEADER_BELOW)), 2));
        zeroInFront(first, second);
        return List.copyOf(cases);
    }

    /** Adds a case for each carrier, with the same rows and findings. */
    private void add(String outcome, List<SampleRow> rows, List<Expected> expected, int accepted) {
        List<List<String>> texts = rows.stream().map(row -> row.texts(format)).toList();
        String text = CsvText.of(header, texts);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("csv-bom-" + outcome + ".csv", utf8("\uFEFF" + text));
        files.put("csv-crlf-" + outcome + ".csv", utf8(text.replace("\n", "\r\n")));
        files.put("csv-comma-" + outcome + ".csv", utf8(CsvText.of(',', header, texts)));
        files.put("csv-tab-" + outcome + ".csv", utf8(CsvText.of('\t', header, texts)));
        files.put("xlsx-" + outcome + ".xlsx", written(Carrier.XLSX, texts, format.numbers()));
        files.put("json-" + outcome + ".json", written(Carrier.JSON, texts, format.numbers()));
        files.put("jsonl-" + outcome + ".jsonl", written(Carrier.JSON_LINES, texts, format.numbers()));
        files.forEach((name, bytes) -> cases.add(Case.of(format, File.of(name, bytes), expected, accepted)));
    }

    /** Adds a case with an accent, in the encoding that old programs write. */
    private void windows(SampleRow first, SampleRow second) {
        column(type -> type instanceof ColumnType.Text text && text.maximumLength() >= ACCENTS.length())
                .ifPresent(column -> {
                    String text = CsvText.of(format, List.of(first, second.with(column, ACCENTS)));
                    File file = File.of(ENCODING.code() + "-fail-windows-1252.csv", text.getBytes(WINDOWS));
                    cases.add(Case.of(format, file, List.of(Expected.of(ENCODING)), 2));
                });
    }

    /** Adds a workbook with a KvK number as a number, which has lost its leading zero. */
    private void zeroInFront(SampleRow first, SampleRow second) {
        Verdict verdict = format.ruleSet().verdict(RuleSet.CellCheck.SPREADSHEET);
        column(ColumnType.Kvk.class::isInstance).ifPresent(column -> {
            List<List<String>> rows = List.of(
                    first.texts(format),
                    second.with(column, ZERO_IN_FRONT.substring(1)).texts(format));
            Set<String> numbers = new HashSet<>(format.numbers());
            numbers.add(column.value());
            File file = File.of(verdict.code() + "-fail-zero-in-front.xlsx", written(Carrier.XLSX, rows, numbers));
            cases.add(Case.of(format, file, List.of(Expected.inCell(verdict, column)), 2));
        });
    }

    private Optional<ColumnName> column(Predicate<ColumnType> wanted) {
        return format.columns().stream()
                .filter(column -> wanted.test(column.rule().type()))
                .map(Column::name)
                .findFirst();
    }

    private byte[] written(Carrier carrier, List<List<String>> rows, Set<String> numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowWriter writer = Carriers.writer(carrier, out, numbers)) {
            writer.header(header);
            for (List<String> row : rows) {
                writer.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
