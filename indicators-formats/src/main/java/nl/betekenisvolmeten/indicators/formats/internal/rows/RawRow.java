package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.util.List;

/**
 * A row as written in a file.
 *
 * @param number the row as a spreadsheet shows it, from 1
 * @param cells the texts, as they are
 * @param remarks what is to be known of how the row is carried; most often nothing
 */
public record RawRow(long number, List<String> cells, List<Remark> remarks) {

    /**
     * A row without remarks.
     *
     * @param number the row as a spreadsheet shows it, from 1
     * @param cells the texts, as they are
     */
    public RawRow(long number, List<String> cells) {
        this(number, cells, List.of());
    }
}
