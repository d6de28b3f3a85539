package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.model.Codelist;

/**
 * Undoes what a spreadsheet does to codes that look like a number or a date: {@code 67+} and {@code 007} become numbers,
 * {@code 12-17} becomes a day or a month. A code is found by asking of each code of the list whether a spreadsheet could
 * have made this cell of it; what could be two codes is not undone.
 */
final class SpreadsheetCodes {

    private static final int MAX_LENGTH = 20;
    private static final Pattern NUMBER = Pattern.compile("\\+?0*([0-9]+)(?:[.,]0{1,2})?\\+?");

    private SpreadsheetCodes() {}

    /**
     * Returns the code that a spreadsheet changed.
     *
     * @param cell what the cell holds now: a number, or a date in figures or with a month's name
     * @param codes the list
     * @return the code, or empty when none or more than one could have become this
     */
    static Optional<String> undo(String cell, Codelist codes) {
        if (cell.length() > MAX_LENGTH || cell.chars().noneMatch(SpreadsheetCodes::isDigit)) {
            return Optional.empty();
        }
        Optional<String> number = number(cell);
        List<SpreadsheetDate> dates = SpreadsheetDate.read(cell);
        List<String> possible = codes.items().stream()
                .map(Codelist.Item::code)
                .filter(code -> (number.isPresent() && number.equals(number(code))) || becameDate(code, dates))
                .limit(2)
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static boolean becameDate(String code, List<SpreadsheetDate> dates) {
        List<SpreadsheetDate> made = SpreadsheetDate.madeOf(code);
        return dates.stream().anyMatch(date -> made.stream().anyMatch(date::canBe));
    }

    /**
     * Returns the digits of a whole number, as a spreadsheet keeps it: without a plus sign and without leading zeros.
     */
    private static Optional<String> number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
