package nl.betekenisvolmeten.indicators.table;

import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;

/** A column that says what a number is about. */
public sealed interface Dimension {

    /**
     * Returns the column.
     *
     * @return its name
     */
    ColumnName name();

    /**
     * The organisation that reports. Two organisations may count the same person.
     *
     * @param name the column
     */
    record Reporter(ColumnName name) implements Dimension {}

    /**
     * The period, as a CBS code. Two periods may count the same person.
     *
     * @param name the column
     */
    record Time(ColumnName name) implements Dimension {}

    /**
     * An area: where something took place. Two areas may count the same person.
     *
     * @param name the column
     * @param areas the areas
     * @param level the level of the column's areas
     * @param byName whether the column holds names (stadsdelen, which have no CBS code) or codes
     * @param residuals the codes that stand where there is no area of the level
     */
    record Place(ColumnName name, AreaHierarchy areas, AreaLevel level, boolean byName, Residuals residuals)
            implements Dimension {

        /**
         * Creates a column in which every cell holds an area.
         *
         * @param name the column
         * @param areas the areas
         * @param level the level of the column's areas
         * @param byName whether the column holds names or codes
         */
        public Place(ColumnName name, AreaHierarchy areas, AreaLevel level, boolean byName) {
            this(name, areas, level, byName, Residuals.none());
        }

        /**
         * Returns the area that a cell names.
         *
         * @param text the cell, as checked
         * @return the area's code, or empty when it is not one of these areas
         */
        public Optional<AreaCode> code(String text) {
            return byName
                    ? areas.findByName(level, text).map(area -> area.code())
                    : AreaCode.parse(text).filter(code -> areas.find(code).isPresent());
        }

        /**
         * Returns the area of a level that a cell lies in. A cell with a residual code lies in what is known of it.
         *
         * @param text the cell, as checked
         * @param larger the level
         * @return the area's code, or empty when there is none
         */
        public Optional<AreaCode> area(String text, AreaLevel larger) {
            return residuals
                    .find(text)
                    .map(Residual::within)
                    .orElseGet(() -> code(text))
                    .flatMap(known -> areas.ancestor(known, larger));
        }
    }

    /**
     * Any other code list, or free text.
     *
     * @param name the column
     * @param partition codes that share no persons within one period of one organisation; empty if any two may share
     *     persons
     */
    record Category(ColumnName name, Set<String> partition) implements Dimension {

        public Category {
            partition = Set.copyOf(partition);
        }

        /**
         * Returns a dimension any two of whose codes may hold the same person.
         *
         * @param name the column
         * @return the dimension
         */
        public static Category of(ColumnName name) {
            return new Category(name, Set.of());
        }
    }
}
