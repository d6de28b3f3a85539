package nl.betekenisvolmeten.indicators.formats.source;

/**
 * A sheet of a workbook.
 *
 * @param position its place, from 1
 * @param name its name
 */
public record SheetPlace(int position, String name) {

    /** @throws IllegalArgumentException if the position is not positive */
    public SheetPlace {
        if (position <= 0) {
            throw new IllegalArgumentException("sheets are numbered from 1: " + position);
        }
    }
}
