package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.File;

/** Deliveries with something wrong with the file as a whole. These codes are the same for every format. */
final class FileCases {

    private static final FindingCode MISSING = FindingCode.of("TF-S01");
    private static final FindingCode UNKNOWN = FindingCode.of("TF-S02");
    private static final FindingCode TWICE = FindingCode.of("TF-S03");
    private static final FindingCode RAGGED = FindingCode.of("TF-S04");
    private static final FindingCode EMPTY = FindingCode.of("TF-S05");

    private static final String EXTRA = "kolom_te_veel";

    private final FormatDefinition format;
    private final List<String> header;

    FileCases(FormatDefinition format) {
        this.format = format;
        header = CsvText.header(format);
    }

    List<Case> cases(SampleRow first, SampleRow second) {
        List<List<String>> rows = List.of(first.texts(format), second.texts(format));
        int last = header.size() - 1;
        List<Case> cases = new ArrayList<>();
        for (Column column : format.columns()) {
            if (column.rule().required()) {
                cases.add(missing(column, rows));
            }
        }
        cases.add(make(
                UNKNOWN,
                Severity.WARNING,
                1,
                EXTRA,
                CsvText.of(
                        plus(header, EXTRA),
                        rows.stream().map(row -> plus(row, "")).toList()),
                rows.size()));
        cases.add(make(
                TWICE,
                Severity.ERROR,
                1,
                header.get(0),
                CsvText.of(
                        plus(header, header.get(0)),
                        rows.stream().map(row -> plus(row, row.get(0))).toList()),
                0));
        cases.add(make(
                RAGGED,
                Severity.ERROR,
                3,
                "",
                CsvText.of(header, List.of(rows.get(0), rows.get(1).subList(0, last))),
                1));
        cases.add(make(EMPTY, Severity.ERROR, 0, "", CsvText.of(header, List.of()), 0));
        return cases;
    }

    private Case missing(Column column, List<List<String>> rows) {
        int place = header.indexOf(column.name().value());
        return make(
                MISSING,
                Severity.ERROR,
                1,
                column.name().value(),
                CsvText.of(
                        without(header, place),
                        rows.stream().map(row -> without(row, place)).toList()),
                0);
    }

    private Case make(FindingCode code, Severity severity, long row, String column, String text, int accepted) {
        Expected expected = new Expected(
                code,
                severity,
                row == 0 ? OptionalLong.empty() : OptionalLong.of(row),
                Optional.of(column).filter(name -> !name.isEmpty()));
        String file = code + "-fail" + (column.isEmpty() ? "" : "-" + column.replace('_', '-')) + ".csv";
        return new Case(format.id(), File.of(file, text), Optional.empty(), List.of(expected), accepted);
    }

    private static List<String> plus(List<String> cells, String cell) {
        List<String> more = new ArrayList<>(cells);
        more.add(cell);
        return more;
    }

    private static List<String> without(List<String> cells, int place) {
        List<String> fewer = new ArrayList<>(cells);
        fewer.remove(place);
        return fewer;
    }
}
