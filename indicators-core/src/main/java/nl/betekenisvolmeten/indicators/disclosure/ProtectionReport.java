package nl.betekenisvolmeten.indicators.disclosure;

import java.util.List;

/**
 * What protection did to each table, in numbers that may be published: they tell nothing about single cells.
 *
 * @param tables the tables, in the order of the plan
 */
public record ProtectionReport(List<TableReport> tables) {

    /** From what share of hidden figures on a coarser table is advised. */
    private static final double MUCH = 0.3;

    public ProtectionReport {
        tables = List.copyOf(tables);
    }

    /**
     * What protection did to a table.
     *
     * @param table the name of the table
     * @param figures how many counts it has
     * @param hidden how many of them are hidden, whatever the reason
     * @param withheld how many are not published because they are only known between bounds
     * @param missing how many there are not, because nothing was delivered
     */
    public record TableReport(String table, long figures, long hidden, long withheld, long missing) {

        /**
         * Returns whether so much is hidden that larger areas or longer periods would tell more.
         *
         * @return true from 30 % of the figures on
         */
        public boolean isMuchHidden() {
            return hidden > MUCH * figures;
        }
    }
}
