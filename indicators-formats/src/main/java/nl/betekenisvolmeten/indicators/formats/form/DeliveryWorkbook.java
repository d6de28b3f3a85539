package nl.betekenisvolmeten.indicators.formats.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ReadOptions;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.WrittenRows;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxSheets;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.XlsxSheets.Mark;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * A checked delivery returned as a workbook, either with coloured cells and notes where it is wrong, or with
 * unambiguous faults repaired. All rows are held in memory. Personal data is masked.
 */
public final class DeliveryWorkbook {

    private static final String RED = "FFC7CE";
    private static final String YELLOW = "FFEB9C";
    private static final String BLUE = "DDEBF7";
    private static final int LONGEST_NOTE = 1_500;

    private static final String BUNDLE = "nl.betekenisvolmeten.indicators.formats.form.workbook";

    private final WrittenRows written;
    private final DeliveryReport report;

    private DeliveryWorkbook(WrittenRows written, DeliveryReport report) {
        this.written = written;
        this.report = report;
    }

    /**
     * Returns the workbook of a delivery.
     *
     * @param source the delivery
     * @param report the findings; those not kept in it are neither marked nor repaired
     * @param definitions the definitions with its format
     * @return the workbook
     * @throws IndicatorsException if the source cannot be read
     */
    public static DeliveryWorkbook of(DeliverySource source, DeliveryReport report, Definitions definitions) {
        return of(source, report, ReadOptions.of(definitions));
    }

    /**
     * Returns the workbook of another system's export that was read with a mapping.
     *
     * @param source the export
     * @param report the findings
     * @param definitions the definitions with the format
     * @param mapping the mapping
     * @return the workbook
     * @throws IndicatorsException if the source cannot be read
     */
    public static DeliveryWorkbook of(
            DeliverySource source, DeliveryReport report, Definitions definitions, ColumnMapping mapping) {
        ReadOptions options = ReadOptions.of(definitions);
        return of(source, report, options.withPath(options.path().withMapping(mapping)));
    }

    private static DeliveryWorkbook of(DeliverySource source, DeliveryReport report, ReadOptions options) {
        try {
            ReadOptions own = report.format().map(options::withFormat).orElse(options);
            return new DeliveryWorkbook(WrittenRows.of(source, own), report);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    /**
     * Writes the delivery as it is, with each cell in its own place: faulty cells are coloured and have a note that
     * says what is wrong and what to do. A second sheet lists all findings.
     *
     * @param language the language of the notes
     * @param out the destination; closed
     * @throws IOException if writing fails, or the delivery has more rows than a sheet can have
     */
    public void writeMarked(Language language, OutputStream out) throws IOException {
        Map<Long, Map<Integer, Mark>> marks = marks(language);
        int width = written.rows().stream()
                .mapToInt(row -> row.cells().size())
                .max()
                .orElse(1);
        try (XlsxSheets sheets = XlsxSheets.of(out, NumberText::exact)) {
            long next = 1;
            sheets.sheet(text("delivery", language), width);
            for (RawRow row : written.rows()) {
                for (; next < row.number(); next++) {
                    sheets.row(List.of(), Map.of());
                }
                sheets.row(
                        row.cells().stream().map(PersonalData::mask).toList(),
                        marks.getOrDefault(row.number(), Map.of()));
                next++;
            }
            findings(language, sheets);
        }
    }

    /** Returns the marks by row and cell: the colour of the most serious finding, and all findings there. */
    private Map<Long, Map<Integer, Mark>> marks(Language language) {
        Map<Long, Map<Integer, Mark>> marks = new HashMap<>();
        for (Finding finding : report.findings().kept()) {
            if (finding.location().row().isPresent()) {
                int cell = finding.location()
                        .column()
                        .map(written::cell)
                        .flatMap(found -> found.isPresent() ? Optional.of(found.getAsInt()) : Optional.empty())
                        .orElse(0);
                marks.computeIfAbsent(finding.location().row().getAsLong(), row -> new HashMap<>())
                        .merge(cell, mark(finding, language), DeliveryWorkbook::both);
            }
        }
        return marks;
    }

    private static Mark mark(Finding finding, Language language) {
        Message message = message(finding, language);
        String colour =
                finding.severity() == Severity.ERROR ? RED : finding.severity() == Severity.WARNING ? YELLOW : BLUE;
        return new Mark(colour, finding.code() + ": " + message.text() + "\n" + message.action());
    }

    private static Mark both(Mark one, Mark other) {
        boolean red = one.colour().equals(RED)
                || (other.colour().equals(YELLOW) && !one.colour().equals(BLUE));
        String note = one.note() + "\n\n" + other.note();
        return new Mark(
                red || other.colour().equals(BLUE) ? one.colour() : other.colour(),
                note.substring(0, Math.min(LONGEST_NOTE, note.length())));
    }

    private static Message message(Finding finding, Language language) {
        return MessageCatalogue.bundled().message(finding, language, Audience.FILLER);
    }

    private static String text(String key, Language language) {
        return ResourceBundle.getBundle(BUNDLE, language.locale()).getString(key);
    }

    /** Starts a sheet with a title and headings; the headings are one text, separated by semicolons. */
    private static void list(String key, Language language, XlsxSheets sheets) throws IOException {
        List<String> headings = List.of(text(key + ".columns", language).split(";", -1));
        sheets.sheet(text(key, language), headings, Set.of());
    }

    private void findings(Language language, XlsxSheets sheets) throws IOException {
        list("findings", language, sheets);
        for (Finding finding : report.findings().kept()) {
            Message message = message(finding, language);
            sheets.row(List.of(
                    finding.location().row().isPresent()
                            ? Long.toString(finding.location().row().getAsLong())
                            : "",
                    finding.location().column().orElse(""),
                    text("severity." + finding.severity(), language),
                    finding.code().value(),
                    message.text(),
                    message.action()));
        }
        if (report.findings().truncated()) {
            sheets.row(List.of("", "", "", "", text("findings.more", language), ""));
        }
    }

    /**
     * Returns whether the delivery may be repaired: its format is known, and it has no errors about personal data,
     * which the sender must remove first.
     *
     * @return whether {@link #writeRepaired} writes it
     */
    public boolean isRepairable() {
        return written.header().isPresent()
                && report.findings().countByCode().keySet().stream()
                        .noneMatch(code -> code.value().contains("-P01"));
    }

    /**
     * Returns the unambiguous repairs that {@link #writeRepaired} makes: headers, notations, totals, blank and title
     * rows, and merged cells.
     *
     * @return the changes, from the first row
     */
    public List<Change> changes() {
        return written.header().isEmpty() ? List.of() : new Repair(written, report).changes();
    }

    /**
     * A change.
     *
     * @param cause the finding that it resolves
     * @param row the row in the delivery
     * @param newRow the row in the repaired delivery; 0 if it was removed
     * @param column the column; empty for a whole row
     * @param before the old text, masked if it may be personal
     * @param after the new text; empty if it was removed
     */
    public record Change(Finding cause, long row, long newRow, String column, String before, String after) {}

    /**
     * Writes the repaired delivery, and a second sheet that lists all changes. Other faults stay as they were.
     *
     * @param language the language of the list
     * @param out the destination; closed
     * @throws IOException if writing fails, or the delivery has more rows than a sheet can have
     * @throws IllegalStateException if it is not {@linkplain #isRepairable repairable}
     */
    public void writeRepaired(Language language, OutputStream out) throws IOException {
        if (!isRepairable()) {
            throw new IllegalStateException("not repairable: " + report.source());
        }
        Repair repair = new Repair(written, report);
        List<List<String>> rows = repair.rows();
        Set<String> numbers = report.format().isEmpty()
                ? Set.of()
                : written.header().orElseThrow().format().numbers();
        try (XlsxSheets sheets = XlsxSheets.of(out, NumberText::exact)) {
            sheets.sheet(text("delivery", language), rows.get(0), numbers);
            for (List<String> row : rows.subList(1, rows.size())) {
                sheets.row(row);
            }
            list("changes", language, sheets);
            for (Change change : repair.changes()) {
                sheets.row(List.of(
                        Long.toString(change.row()),
                        change.newRow() == 0 ? "" : Long.toString(change.newRow()),
                        change.column(),
                        change.before(),
                        change.after(),
                        change.cause().code().value(),
                        message(change.cause(), language).title()));
            }
        }
    }

    static List<String> padded(List<String> cells, int width) {
        List<String> padded = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }
}
