package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.util.List;

/**
 * How the rows of a delivery are laid out.
 *
 * @param separator between the cells
 * @param headerRow the number of the header; rows up to it are not data
 * @param width how many cells the header has
 * @param places for each column of the format, the cell that holds it, or -1
 * @param nameless the cells in columns without a name
 */
public record BulkLayout(char separator, long headerRow, int width, List<Integer> places, List<Integer> nameless) {

    public BulkLayout {
        places = List.copyOf(places);
        nameless = List.copyOf(nameless);
    }
}
