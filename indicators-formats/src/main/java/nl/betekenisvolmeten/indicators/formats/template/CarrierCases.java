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
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
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
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * The same rows in every way in which they may be carried, good and with one wrong code: what is found must not depend on
 * the carrier. And what a carrier alone can do to them.
 */
final class CarrierCases {

    private static final FindingCode ENCODING = FindingCode.of("TF-I01");
    private static final FindingCode HEADER_BELOW = FindingCode.of("TF-W03");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NO_VALUE = "geen-waarde-hier";
    private static final String ACCENTS = "Café";
    private static final String TITLE = "Voorbeeld van een titel\n\n";
    private static final String ZERO_IN_FRONT = "09100001";
    private static final long CHANGED_ROW = 3;

    private final FormatDefinition format;
    private final List<String> header;
    private final List<Case> cases = new ArrayList<>();

    CarrierCases(FormatDefinition format) {
        this.format = format;
        header = CsvText.header(format);
    }

    List<Case> cases(SampleRow first, SampleRow second) {
        add("pass", List.of(first, second), List.of(), 2);
        format.columns().stream()
                .filter(column -> column.rule().type() instanceof ColumnType.Code
                        || column.rule().type() instanceof ColumnType.Place)
                .findFirst()
                .ifPresent(column -> add(
                        "fail",
                        List.of(first, second.with(column.name(), NO_VALUE)),
                        List.of(inCell(format.ruleSet().verdict(RuleSet.CellCheck.KNOWN_CODE), column)),
                        1));
        windows(first, second);
        String text = CsvText.of(header, List.of(first.texts(format), second.texts(format)));
        cases.add(delivery(
                File.of(HEADER_BELOW + "-fail-title-above.csv", TITLE + text),
                List.of(new Expected(HEADER_BELOW, Severity.WARNING, OptionalLong.of(CHANGED_ROW), Optional.empty())),
                2));
        zeroInFront(first, second);
        return List.copyOf(cases);
    }

    /** Rows in every carrier, with the same findings. */
    private void add(String outcome, List<SampleRow> rows, List<Expected> expected, int accepted) {
        List<List<String>> texts = rows.stream().map(row -> row.texts(format)).toList();
        String text = CsvText.of(header, texts);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("csv-bom-" + outcome + ".csv", utf8("\uFEFF" + text));
        files.put("csv-crlf-" + outcome + ".csv", utf8(text.replace("\n", "\r\n")));
        files.put("csv-comma-" + outcome + ".csv", utf8(CsvText.of(',', header, texts)));
        files.put("csv-tab-" + outcome + ".csv", utf8(CsvText.of('\t', header, texts)));
        files.put("xlsx-" + outcome + ".xlsx", written(Carrier.XLSX, texts, numbers()));
        files.put("json-" + outcome + ".json", written(Carrier.JSON, texts, numbers()));
        files.put("jsonl-" + outcome + ".jsonl", written(Carrier.JSON_LINES, texts, numbers()));
        files.forEach((name, bytes) -> cases.add(delivery(File.of(name, bytes), expected, accepted)));
    }

    /** A text with an accent, in the encoding that old programs write. */
    private void windows(SampleRow first, SampleRow second) {
        format.columns().stream()
                .filter(column -> column.rule().type() instanceof ColumnType.Text text
                        && text.maximumLength() >= ACCENTS.length())
                .findFirst()
                .ifPresent(column -> {
                    String text = CsvText.of(
                            header,
                            List.of(
                                    first.texts(format),
                                    second.with(column.name(), ACCENTS).texts(format)));
                    cases.add(delivery(
                            File.of(ENCODING + "-fail-windows-1252.csv", text.getBytes(WINDOWS)),
                            List.of(new Expected(ENCODING, Severity.NOTE, OptionalLong.empty(), Optional.empty())),
                            2));
                });
    }

    /** A KvK number as a number in a workbook has lost the zero in front. */
    private void zeroInFront(SampleRow first, SampleRow second) {
        Optional<Column> kvk = format.columns().stream()
                .filter(column -> column.rule().type() instanceof ColumnType.Kvk)
                .findFirst();
        Verdict verdict = format.ruleSet().verdict(RuleSet.CellCheck.SPREADSHEET);
        kvk.ifPresent(column -> {
            List<List<String>> rows = List.of(
                    first.texts(format),
                    second.with(column.name(), ZERO_IN_FRONT.substring(1)).texts(format));
            Set<String> numbers = numbers().stream().collect(Collectors.toCollection(HashSet::new));
            numbers.add(column.name().value());
            cases.add(delivery(
                    File.of(verdict.code() + "-fail-zero-in-front.xlsx", written(Carrier.XLSX, rows, numbers)),
                    List.of(inCell(verdict, column)),
                    2));
        });
    }

    private static Expected inCell(Verdict verdict, Column column) {
        return new Expected(
                verdict.code(),
                verdict.severity(),
                OptionalLong.of(CHANGED_ROW),
                Optional.of(column.name().value()));
    }

    private Case delivery(File file, List<Expected> expected, int accepted) {
        return new Case(format.id(), file, Optional.empty(), expected, accepted);
    }

    private Set<String> numbers() {
        return format.columns().stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(column -> column.name().value())
                .collect(Collectors.toUnmodifiableSet());
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
