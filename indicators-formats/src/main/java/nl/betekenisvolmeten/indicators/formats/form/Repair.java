package nl.betekenisvolmeten.indicators.formats.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.form.DeliveryWorkbook.Change;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.Header;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.WrittenRows;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/** Repairs the rows of a delivery, and records the changes. */
final class Repair {

    private static final FindingCode HEADER = FindingCode.of("TF-W02");
    private static final FindingCode MISSING = FindingCode.of("TF-S01");
    private static final FindingCode ABOVE = FindingCode.of("TF-W03");
    private static final FindingCode TOTAL = FindingCode.of("TF-W05");
    private static final FindingCode MERGED = FindingCode.of("TF-W06");
    private static final FindingCode BLANK = FindingCode.of("TF-I02");
    private static final String READ_AS = "read_as";

    private final WrittenRows written;
    private final Header header;
    private final int width;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** The columns of headers that were renamed: their cells were not checked. */
    private final Map<Integer, ColumnType> renamed = new HashMap<>();

    /** Cells that were read as something else, by row and cell. */
    private final Map<Long, Map<Integer, Finding>> readings = new HashMap<>();

    private final Map<Long, Finding> totals = new HashMap<>();

    Repair(WrittenRows written, DeliveryReport report) {
        this.written = written;
        header = written.header().orElseThrow();
        width = written.rows().stream()
                .filter(row -> row.number() >= header.row().number())
                .mapToInt(row -> row.cells().size())
                .max()
                .orElse(0);
        report.findings().kept().forEach(this::sort);
        for (RawRow row : written.rows()) {
            repair(row);
        }
    }

    List<List<String>> rows() {
        return rows;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private void sort(Finding finding) {
        long row = finding.location().row().orElse(0);
        if (finding.code().equals(TOTAL)) {
            // a row that only has the name of a total was counted, and is kept
            if (finding.location().column().isEmpty()) {
                totals.put(row, finding);
            }
        } else if (finding.arguments().containsKey(READ_AS)
                && row > header.row().number()) {
            finding.location()
                    .column()
                    .map(written::cell)
                    .filter(cell -> cell.isPresent())
                    .ifPresent(cell -> readings.computeIfAbsent(row, any -> new HashMap<>())
                            .put(cell.getAsInt(), finding));
        }
    }

    private void repair(RawRow row) {
        if (row.number() == header.row().number()) {
            names(row);
        } else if (Blanks.isBlank(row.cells())) {
            drop(cause(BLANK, row), row);
        } else if (row.number() < header.row().number()) {
            drop(cause(ABOVE, row), row);
        } else if (totals.containsKey(row.number())) {
            drop(totals.get(row.number()), row);
        } else {
            cells(row);
        }
    }

    private static Finding cause(FindingCode code, RawRow row) {
        return Finding.of(code, Severity.WARNING, Location.of("").withRow(row.number()));
    }

    private void drop(Finding cause, RawRow row) {
        String text = row.cells().stream()
                .filter(cell -> !Blanks.isBlank(cell))
                .map(PersonalData::refused)
                .collect(Collectors.joining("; "));
        changes.add(new Change(cause, row.number(), 0, "", text, ""));
    }

    private void names(RawRow row) {
        List<String> names = DeliveryWorkbook.padded(row.cells(), width);
        Map<String, ColumnName> proposed = new HashMap<>();
        written.proposals().forEach((column, name) -> proposed.put(name, column));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<ColumnName> known = columnAt(i);
            ColumnName proposal = proposed.get(name.strip());
            if (known.isPresent()) {
                names.set(
                        i,
                        changed(
                                HEADER,
                                row,
                                known.get().value(),
                                name,
                                known.get().value()));
            } else if (proposal != null) {
                names.set(i, changed(MISSING, row, proposal.value(), name, proposal.value()));
                renamed.put(
                        i, header.format().column(proposal).orElseThrow().rule().type());
            }
        }
        rows.add(names);
    }

    private Optional<ColumnName> columnAt(int cell) {
        int place = header.places().indexOf(cell);
        return place < 0
                ? Optional.empty()
                : Optional.of(header.format().columns().get(place).name());
    }

    private String changed(FindingCode code, RawRow row, String column, String before, String after) {
        return changed(cause(code, row), column, before, after);
    }

    private String changed(Finding cause, String column, String before, String after) {
        if (!before.equals(after)) {
            long row = cause.location().row().orElse(0);
            changes.add(new Change(cause, row, rows.size() + 1L, column, PersonalData.refused(before), after));
        }
        return after;
    }

    private void cells(RawRow row) {
        RawRow full = written.filled().getOrDefault(row.number(), row);
        List<String> cells = DeliveryWorkbook.padded(full.cells(), width);
        Map<Integer, Finding> read = readings.getOrDefault(row.number(), Map.of());
        for (int i = 0; i < cells.size(); i++) {
            String column = columnAt(i).map(ColumnName::value).orElse("");
            String before = i < row.cells().size() ? row.cells().get(i) : "";
            if (!before.equals(cells.get(i))) {
                changed(Blanks.isBlank(before) ? MERGED : HEADER, row, column, before, cells.get(i));
            }
            Finding finding = read.get(i);
            ColumnType type = renamed.get(i);
            if (finding != null) {
                cells.set(
                        i,
                        changed(
                                finding,
                                column,
                                cells.get(i),
                                finding.arguments().getOrDefault(READ_AS, "")));
            } else if (type != null && type.read(cells.get(i)) instanceof CellResult.Value value) {
                cells.set(i, changed(HEADER, row, rows.get(0).get(i), cells.get(i), type.agreed(value.text())));
            }
        }
        rows.add(cells);
    }
}
