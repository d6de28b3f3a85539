package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows of an opened delivery: a sheet, or a text split in one way. */
public interface RawTable {

    /**
     * Returns the name for people.
     *
     * @return the name of the sheet, or empty when the carrier has no sheets
     */
    default Optional<String> sheet() {
        return Optional.empty();
    }

    /**
     * Returns which sheet it is.
     *
     * @return the place from 1; 1 when the carrier has no sheets
     */
    default int position() {
        return 1;
    }

    /**
     * Returns whether every row has all columns by nature, so that cells after the last that is written are empty ones.
     * In a text a row with fewer cells than the header has lost some.
     *
     * @return true for sheets and for objects with named values
     */
    boolean isGrid();

    /**
     * Returns remarks about the table as a whole.
     *
     * @return the remarks; most often none
     */
    default List<Remark> remarks() {
        return List.of();
    }

    /**
     * Returns the merged cells, which may take as long as reading all rows.
     *
     * @return the groups of cells; empty if the carrier cannot have them
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if the table cannot be read to its end
     */
    default List<MergedCells> mergedCells() throws IOException, UnreadableException {
        return List.of();
    }

    /**
     * Returns the first rows. What cannot be read ends them; reading all rows says why.
     *
     * @param count the maximum number of rows
     * @return the rows
     */
    List<RawRow> firstRows(int count);

    /**
     * Returns all rows.
     *
     * @return the rows, from the first
     * @throws IOException if the source cannot be read
     * @throws UnreadableException if there is nothing that can be read as rows
     */
    RowReader rows() throws IOException, UnreadableException;

    /** A table that is another one but for what it says itself. */
    interface Other extends RawTable {

        /**
         * Returns the table that it otherwise is.
         *
         * @return the table
         */
        RawTable table();

        @Override
        default Optional<String> sheet() {
            return table().sheet();
        }

        @Override
        default int position() {
            return table().position();
        }

        @Override
        default boolean isGrid() {
            return table().isGrid();
        }

        @Override
        default List<Remark> remarks() {
            return table().remarks();
        }

        @Override
        default List<MergedCells> mergedCells() throws IOException, UnreadableException {
            return table().mergedCells();
        }

        @Override
        default List<RawRow> firstRows(int count) {
            return table().firstRows(count);
        }

        @Override
        default RowReader rows() throws IOException, UnreadableException {
            return table().rows();
        }
    }
}
