package nl.betekenisvolmeten.indicators.formats.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.WorkbookCopy;

/**
 * The last touch to a workbook, for which the library that writes it has no option: notes large enough for their text,
 * protection without a password, and no time of making, so that the same form has the same bytes each time.
 */
final class WorkbookFinish {

    private static final Pattern ANCHOR = Pattern.compile("<x:Anchor>(\\d+),[^<]*</x:Anchor>");
    private static final Pattern DRAWING = Pattern.compile("[^0-9]*?(\\d+)\\.vml");
    private static final Pattern MERGED = Pattern.compile("(<mergeCell ref=\"[^\"]*\"/>)+");
    /** Made lower case in the language of the machine: in Turkish an I becomes one without a dot. */
    private static final Pattern STYLE = Pattern.compile("errorStyle=\"[^\"]*\"");

    private static final String NO_PASSWORD = " password=\"0\"";
    private static final int NOTE_COLUMNS = 4;
    private static final int NOTE_CHARACTERS = 46;

    private WorkbookFinish() {}

    /**
     * Writes the finished workbook. The notes are those of each sheet to fill in, in their order; these sheets come
     * first.
     */
    static void write(byte[] workbook, List<List<String>> notes, OutputStream out) throws IOException {
        WorkbookCopy.write(workbook, name -> edit(name, notes), out);
    }

    private static Optional<UnaryOperator<String>> edit(String name, List<List<String>> notes) {
        if (name.startsWith("xl/worksheets/sheet")) {
            return Optional.of(WorkbookFinish::finishedSheet);
        }
        Matcher drawing = DRAWING.matcher(name);
        return drawing.matches()
                ? Optional.of(text -> largeNotes(text, notes.get(Integer.parseInt(drawing.group(1)) - 1)))
                : Optional.empty();
    }

    private static String finishedSheet(String text) {
        String inOrder = STYLE.matcher(text.replace(NO_PASSWORD, ""))
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replace('\u0131', 'i')));
        return MERGED.matcher(inOrder).replaceAll(match -> Matcher.quoteReplacement(sorted(match.group())));
    }

    /** Returns merged cells in a fixed order; the writer takes theirs from a hash set. */
    private static String sorted(String cells) {
        return Stream.of(cells.split("(?<=/>)", -1)).sorted().collect(Collectors.joining());
    }

    /** Returns the drawing with notes to the right of their column and below the header, as high as their text. */
    private static String largeNotes(String text, List<String> notes) {
        return ANCHOR.matcher(text).replaceAll(match -> {
            int column = Integer.parseInt(match.group(1));
            int rows = 2 + lines(notes.get(column));
            return Matcher.quoteReplacement("<x:Anchor>" + (column + 1) + ",12,0,4," + (column + 1 + NOTE_COLUMNS)
                    + ",12," + rows + ",4</x:Anchor>");
        });
    }

    private static int lines(String note) {
        return note.lines()
                .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / NOTE_CHARACTERS)
                .sum();
    }
}
