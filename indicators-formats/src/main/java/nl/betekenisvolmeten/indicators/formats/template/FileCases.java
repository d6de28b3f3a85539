package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.File;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Deliveries with something wrong with the file as a whole. These codes are the same for every format. */
final class FileCases {

    private static final Verdict MISSING = new Verdict(FindingCode.of("TF-S01"), Severity.ERROR);
    private static final Verdict UNKNOWN = new Verdict(FindingCode.of("TF-S02"), Severity.WARNING);
    private static final Verdict TWICE = new Verdict(FindingCode.of("TF-S03"), Severity.ERROR);
    private static final Verdict RAGGED = new Verdict(FindingCode.of("TF-S04"), Severity.ERROR);
    private static final Verdict EMPTY = new Verdict(FindingCode.of("TF-S05"), Severity.ERROR);

    private static final String EXTRA = "kolom_te_veel";

    private final FormatDefinition format;
    private final List<String> header;

    FileCases(FormatDefinition format) {
        this.format = format;
        header = format.header();
    }

    List<Case> cases(SampleRow first, SampleRow second) {
        List<List<String>> rows = List.of(first.texts(format), second.texts(format));
        int last = header.size() - 1;
        List<Case> cases = new ArrayList<>();
        for (Column column : format.columns()) {
            if (column.rule().required()) {
                int place = header.indexOf(column.name().value());
                cases.add(inHeader(MISSING, header.get(place), csv(rows, cells -> cells.remove(place)), 0));
            }
        }
        String more = csv(rows, cells -> cells.add(cells.equals(header) ? EXTRA : ""));
        cases.add(inHeader(UNKNOWN, EXTRA, more, rows.size()));
        cases.add(inHeader(TWICE, header.get(0), csv(rows, cells -> cells.add(cells.get(0))), 0));
        String ragged = CsvText.of(header, List.of(rows.get(0), rows.get(1).subList(0, last)));
        cases.add(make(RAGGED.code() + "-fail", ragged, Expected.inRow(RAGGED), 1));
        cases.add(make(EMPTY.code() + "-fail", CsvText.of(header, List.of()), Expected.of(EMPTY), 0));
        return cases;
    }

    private Case inHeader(Verdict verdict, String column, String text, int accepted) {
        Expected expected = new Expected(verdict.code(), verdict.severity(), OptionalLong.of(1), Optional.of(column));
        return make(verdict.code() + "-fail-" + column.replace('_', '-'), text, expected, accepted);
    }

    private Case make(String name, String text, Expected expected, int accepted) {
        return Case.of(format, File.of(name + ".csv", text), List.of(expected), accepted);
    }

    /** Returns the text of a file whose header and rows are changed alike. */
    private String csv(List<List<String>> rows, Consumer<List<String>> change) {
        return CsvText.of(
                changed(header, change),
                rows.stream().map(row -> changed(row, change)).toList());
    }

    private static List<String> changed(List<String> cells, Consumer<List<String>> change) {
        List<String> copy = new ArrayList<>(cells);
        change.accept(copy);
        return copy;
    }
}
