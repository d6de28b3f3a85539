package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Reads cells without the characters that a program put around each of them: blanks up to a fixed width, quotes after a
 * blank or of another kind, or {@code ="..."}, which keeps a spreadsheet from converting a code to a number. Blanks and
 * quotes are removed only if at least half of the first rows' cells have them.
 */
final class WrappedCells {

    private static final Pattern FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern WRAPPED = Pattern.compile("(?s) *(['\"])(.*)\\1 *|( +.*|.* +)");

    /** Maximum length of a cell that is examined for such characters. */
    private static final int LONGEST = 1_000;

    private final boolean exact;
    private final boolean wrapped;
    private final FoldedRows rows = new FoldedRows("wrapped");
    private String firstWritten = "";
    private String firstRead = "";

    WrappedCells(List<RawRow> sample, Leniency leniency) {
        exact = leniency == Leniency.STRICT;
        List<String> cells = exact
                ? List.of()
                : sample.stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> !Blanks.isBlank(cell))
                        .toList();
        wrapped = !cells.isEmpty()
                && cells.stream()
                                        .filter(cell -> WRAPPED.matcher(cell).matches())
                                        .count()
                                * 2
                        >= cells.size();
    }

    /** Returns a cell of a row without the characters around it. */
    String plain(String cell, RawRow row) {
        if (exact || cell.isEmpty() || cell.length() > LONGEST || !(wrapped || cell.charAt(0) == '=')) {
            return cell;
        }
        Matcher formula = FORMULA.matcher(cell);
        Matcher around = WRAPPED.matcher(cell);
        String plain = formula.matches()
                ? formula.group(1)
                : wrapped && around.matches() ? (around.group(2) == null ? cell.strip() : around.group(2)) : cell;
        if (plain.length() < cell.length() && rows.add(row.number())) {
            firstWritten = cell;
            firstRead = plain;
        }
        return plain;
    }

    /** Returns a row without the characters around its cells. */
    RawRow plain(RawRow row) {
        return new RawRow(
                row.number(), row.cells().stream().map(cell -> plain(cell, row)).toList(), row.remarks());
    }

    /** Reports how many rows had characters around their cells, once there are no more rows. */
    void finish(Consumer<Finding> found, Location place) {
        if (!rows.isEmpty()) {
            Map<String, String> arguments = new HashMap<>(rows.arguments());
            arguments.put("read_as", PersonalData.refused(firstRead));
            arguments.put(Finding.VALUE, PersonalData.refused(firstWritten));
            found.accept(Finding.of(
                    DeliveryCodes.HEADER_NOTATION, Severity.WARNING, place.withRow(rows.first()), arguments));
        }
    }
}
