package nl.betekenisvolmeten.indicators.formats.internal.rows;

import java.util.List;
import java.util.Optional;

/** A delivery that was looked through once, whatever carries it: CSV, a workbook, JSON. */
public interface RawDelivery {

    /**
     * Returns the hash of the bytes.
     *
     * @return SHA-256 in hexadecimal; empty when it was not asked for
     */
    Optional<String> sha256();

    /**
     * Returns remarks about the delivery as a whole.
     *
     * @return the remarks; most often none
     */
    List<Remark> remarks();

    /**
     * Returns where rows may be: the sheets of a workbook, in their order, or the ways in which a text can be split.
     * The reader takes the one that looks most like a delivery.
     *
     * @return the tables, at least one
     */
    List<RawTable> tables();

    /**
     * A delivery with other tables in the place of its own.
     *
     * @param delivery the delivery
     * @param tables the tables
     */
    record WithTables(RawDelivery delivery, List<RawTable> tables) implements RawDelivery {

        public WithTables {
            tables = List.copyOf(tables);
        }

        @Override
        public Optional<String> sha256() {
            return delivery.sha256();
        }

        @Override
        public List<Remark> remarks() {
            return delivery.remarks();
        }
    }
}
