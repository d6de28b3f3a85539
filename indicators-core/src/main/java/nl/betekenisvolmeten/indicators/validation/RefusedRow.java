package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A row with an error, by what could still be read of it. It is no part of any figure.
 *
 * @param number the row as a spreadsheet shows it, from 1
 * @param texts for each column of the rules, in their order, the canonical text of its cell; empty where the cell is empty
 *     or has an error itself
 */
public record RefusedRow(long number, List<Optional<String>> texts) {

    public RefusedRow {
        texts = List.copyOf(texts);
    }

    static RefusedRow of(long number, int columns, RowCells cells) {
        return new RefusedRow(
                number,
                IntStream.range(0, columns)
                        .mapToObj(i -> cells.hasValue(i) ? Optional.of(cells.text(i)) : Optional.<String>empty())
                        .toList());
    }
}
