package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Recognises rows with column totals, which a spreadsheet or a person put below the data: most cells that describe a
 * row are empty, and the others are the word total and numbers. Also recognises rows without data.
 */
final class TotalRows {

    private static final Pattern WORD = Pattern.compile(
            "(?iu)(?:eind|sub|sub-|rij|alge(?:he)?le )?(?:totaal|totalen|total|totals|grand total|som|sum|opgeteld|optelling|alles(?: bij elkaar| samen)?|samen|cumulatief|gemiddelde?|gem|average|mean|mediaan|median|minimum|maximum|verschil|controle|controlegetal|check)(?![\\p{L}\\p{N}]).*");

    /** The maximum length of a text that may be the name of a column, or a number. */
    private static final int LONGEST_NAME = 100;

    private static final int SAMPLE = 200;

    private static final Pattern ZERO = Pattern.compile("0(?:[.,]0+)?");

    private final Header header;
    private final List<Integer> dimensions;
    private final List<Integer> numbers;
    private final List<Integer> counted;
    private final List<Integer> numbered;
    private final boolean grid;
    private final FoldedRows zeros = new FoldedRows("zeros");

    TotalRows(Header header, boolean grid) {
        this.header = header;
        this.grid = grid;
        dimensions = places(column -> column.part() instanceof ColumnRule.Part.OfDimension);
        numbers = places(column -> column.type().decimals().isPresent());
        counted = places(column -> column.required() && column.type().decimals().isPresent());
        numbered = places(TotalRows::isNumbered);
    }

    /** Returns where the columns of a kind are. */
    private List<Integer> places(Predicate<ColumnRule> kind) {
        List<ColumnRule> columns = header.rules().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> header.places().get(i) >= 0 && kind.test(columns.get(i)))
                .mapToObj(header.places()::get)
                .toList();
    }

    /**
     * Returns the rows of data among the first rows of a table; rows with very long cells are left out, as they show
     * little.
     */
    List<RawRow> sample(RawTable table) {
        return table.firstRows(SAMPLE).stream()
                .filter(row -> row.number() > header.row().number()
                        && row.cells().stream().allMatch(cell -> cell.length() <= LONGEST_NAME * 10)
                        && !Blanks.isBlank(row.cells())
                        && !isTotal(row)
                        && !isNoData(row))
                .toList();
    }

    /**
     * Returns whether a row has only zeros, which formulas give for lines of a form that were not filled in. Counts
     * such rows.
     */
    boolean isZeros(RawRow row) {
        boolean isZeros = row.cells().stream()
                        .allMatch(cell ->
                                Blanks.isBlank(cell) || ZERO.matcher(cell).matches())
                && row.cells().stream().anyMatch(cell -> !Blanks.isBlank(cell))
                && dimensions.size() > 1
                && texts(row, dimensions).isEmpty();
        if (isZeros) {
            zeros.add(row.number());
        }
        return isZeros;
    }

    /** Reports the rows of zeros once there are no more rows. */
    void finish(Consumer<Finding> found, Location place) {
        if (!zeros.isEmpty()) {
            found.accept(Finding.of(
                    DeliveryCodes.NO_DATA, Severity.WARNING, place.withRow(zeros.first()), zeros.arguments()));
        }
    }

    /**
     * Returns whether a row is a row of totals. A row that describes its subject is not, whatever its activity is
     * called.
     */
    boolean isTotal(RawRow row) {
        List<String> filled = texts(row, dimensions);
        if (texts(row, numbers).stream().noneMatch(TotalRows::isNumber)) {
            return false;
        }
        if (filled.size() > 2) {
            // a total may name its organisation or period, next to a word that is no activity
            return filled.size() * 2 < dimensions.size()
                    && filled.stream()
                            .anyMatch(cell -> isWord(cell)
                                    && cell.toLowerCase(Locale.ROOT).contains("tota"));
        }
        boolean named = row.cells().stream()
                .anyMatch(cell -> WORD.matcher(Blanks.visible(cell)).matches());
        if (dimensions.size() < 3) {
            // in a small form, only a single word in place of what describes a row
            return named && filled.size() < dimensions.size() && filled.stream().allMatch(TotalRows::isWord);
        }
        return filled.isEmpty() || named;
    }

    private static boolean isWord(String cell) {
        String word = Blanks.visible(cell);
        return word.indexOf(' ') < 0 && WORD.matcher(word).matches();
    }

    /** Returns whether a row of an unknown form is blank, or has a word for a total next to numbers only. */
    static boolean isLabelled(RawRow row) {
        List<String> words = row.cells().stream()
                .map(Blanks::visible)
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetter))
                .toList();
        return words.isEmpty()
                ? row.cells().stream().allMatch(Blanks::isBlank)
                : words.size() == 1 && isWord(words.get(0));
    }

    /**
     * Returns whether a row is not data: a remark below the rows, repeated column names, an empty line of the form, or
     * a row of another table.
     */
    boolean isNoData(RawRow row) {
        if (dimensions.size() < 2) {
            return false;
        }
        List<String> filled = row.cells().stream()
                .filter(cell -> !Blanks.isBlank(cell))
                .limit(2)
                .toList();
        boolean whole = grid || row.cells().size() == header.row().cells().size();
        if (filled.size() == 1) {
            return isRemark(filled.get(0), whole || row.cells().size() == 1);
        }
        boolean counts = counted.isEmpty() || !texts(row, counted).stream().allMatch(TotalRows::isWords);
        return (whole && !counts && texts(row, dimensions).size() * 2 < dimensions.size())
                || (!counted.isEmpty() && !numbered.isEmpty() && isWordsIn(numbered, row) && isWordsIn(counted, row))
                || row.cells().equals(header.row().cells())
                || (whole && row.number() == header.row().number() + 1 && isExplanation(row));
    }

    /**
     * Returns whether a row below the header explains how to fill in the columns: its counts are words, and no other
     * required code, number or period can be read.
     */
    private boolean isExplanation(RawRow row) {
        List<ColumnRule> columns = header.rules().columns();
        return !counted.isEmpty()
                && isWordsIn(counted, row)
                && IntStream.range(0, columns.size())
                        .filter(i -> header.places().get(i) >= 0
                                && header.places().get(i) < row.cells().size()
                                && columns.get(i).required()
                                && !(columns.get(i).type() instanceof ColumnType.Text))
                        .noneMatch(i -> columns.get(i)
                                        .type()
                                        .read(row.cells().get(header.places().get(i)))
                                instanceof CellResult.Value);
    }

    /** Returns whether every valid cell of a column has a digit, although the column is not numeric. */
    private static boolean isNumbered(ColumnRule column) {
        return column.required()
                && (column.type() instanceof ColumnType.Kvk
                        || column.type() instanceof ColumnType.Time
                        || column.type() instanceof ColumnType.Day);
    }

    private static boolean isWordsIn(List<Integer> columns, RawRow row) {
        List<String> texts = texts(row, columns);
        return texts.size() == columns.size() && texts.stream().allMatch(TotalRows::isWords);
    }

    /** Returns whether a cell has words or signs but no digits, like a column name. */
    private static boolean isWords(String cell) {
        return cell.length() <= LONGEST_NAME && cell.codePoints().noneMatch(Character::isDigit);
    }

    /** Returns whether a cell has digits and no words. */
    private static boolean isNumber(String cell) {
        return cell.length() <= LONGEST_NAME
                && !isWords(cell)
                && cell.codePoints().noneMatch(Character::isLetter);
    }

    /** Returns whether the only text of a row is a remark: not a row with another separator, nor a part of a cut row. */
    private static boolean isRemark(String text, boolean whole) {
        boolean words =
                Blanks.visible(text).indexOf(' ') > 0 && text.codePoints().anyMatch(Character::isLetter);
        return (whole || words)
                && text.codePoints().filter(sign -> ",;|\t".indexOf(sign) >= 0).count() < 3;
    }

    private static List<String> texts(RawRow row, List<Integer> places) {
        return places.stream()
                .filter(place -> place < row.cells().size())
                .map(row.cells()::get)
                .filter(cell -> !Blanks.isBlank(cell))
                .toList();
    }
}
