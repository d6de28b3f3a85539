package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * Recognises rows with column totals, which a spreadsheet or a person put below the data: most cells that describe a
 * row are empty, and the others are the word total and numbers. Also recognises rows without data.
 */
final class TotalRows {

    private static final Pattern WORD = Pattern.compile(
            "(?iu)(?:eind|sub|sub-|rij|alge(?:he)?le )?(?:totaal|totalen|total|totals|grand total|som|sum|opgeteld|optelling|alles(?: bij elkaar| samen)?|samen|cumulatief)(?![\\p{L}\\p{N}]).*");

    private final Header header;
    private final List<Integer> dimensions;
    private final List<Integer> numbers;

    TotalRows(Header header) {
        this.header = header;
        List<ColumnRule> columns = header.rules().columns();
        dimensions = IntStream.range(0, columns.size())
                .filter(i ->
                        header.places().get(i) >= 0 && columns.get(i).part() instanceof ColumnRule.Part.OfDimension)
                .mapToObj(header.places()::get)
                .toList();
        numbers = IntStream.range(0, columns.size())
                .filter(i -> header.places().get(i) >= 0
                        && columns.get(i).type().decimals().isPresent())
                .mapToObj(header.places()::get)
                .toList();
    }

    /**
     * Returns whether a row is a row of totals. A row that describes its subject is not, whatever its activity is
     * called.
     */
    boolean isTotal(RawRow row) {
        List<String> filled = texts(row, dimensions);
        if (texts(row, numbers).isEmpty()) {
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

    /** Returns whether a row is not data: a remark below the rows, or the column names once more. */
    boolean isNoData(RawRow row) {
        if (dimensions.size() < 2) {
            return false;
        }
        List<String> filled = row.cells().stream()
                .filter(cell -> !Blanks.isBlank(cell))
                .limit(2)
                .toList();
        return filled.size() == 1
                ? isRemark(filled.get(0))
                : row.cells().equals(header.row().cells());
    }

    /** Returns whether a text is a remark: more than one word, and not a row with another separator. */
    private static boolean isRemark(String text) {
        return Blanks.visible(text).indexOf(' ') > 0
                && text.codePoints().anyMatch(Character::isLetter)
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
