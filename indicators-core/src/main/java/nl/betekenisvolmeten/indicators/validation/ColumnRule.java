package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;

/**
 * A column: what it holds and what part it plays.
 *
 * @param name the column
 * @param type what its cells hold
 * @param required whether a file must have the column
 * @param mayBeEmpty whether a cell may be empty; in a required column the row is then incomplete, with
 *     {@link RuleSet.CellCheck#EXPECTED}
 * @param part what part it plays
 */
public record ColumnRule(ColumnName name, ColumnType type, boolean required, boolean mayBeEmpty, Part part) {

    /**
     * @throws IllegalArgumentException if a measure's type is not a number of its scale, a dimension is neither required nor has a value for an
     *     empty cell, a type does not give the codes of its dimension, or names differ
     */
    public ColumnRule {
        if (!required && !mayBeEmpty) {
            throw new IllegalArgumentException("column " + name + " may be absent, so its cells may be empty");
        }
        if (required && mayBeEmpty && !(part instanceof Part.OfMeasure)) {
            throw new IllegalArgumentException(
                    "column " + name + " is required and no measure, so no cell may be empty");
        }
        if (part instanceof Part.OfMeasure measure) {
            checkName(name, measure.measure().name());
            if (!type.decimals().equals(Optional.of(measure.measure().scale()))) {
                throw new IllegalArgumentException("measure " + name + " must hold a number of its scale: " + type);
            }
        } else if (part instanceof Part.OfDimension dimension) {
            checkName(name, dimension.dimension().name());
            boolean given = required || !(type.read("") instanceof CellResult.Empty);
            if (!given || type.decimals().isPresent()) {
                throw new IllegalArgumentException("dimension must be required and hold a code or a text: " + name);
            }
            if (!gives(type, dimension.dimension())) {
                throw new IllegalArgumentException("dimension " + name + " must hold what its type gives: " + type);
            }
        }
    }

    /**
     * Returns a copy with another type.
     *
     * @param other the type
     * @return the column
     * @throws IllegalArgumentException if the type does not fit the column's role
     */
    public ColumnRule withType(ColumnType other) {
        return new ColumnRule(name, other, required, mayBeEmpty, part);
    }

    /**
     * Creates the rule of a column whose cells may not be empty if it is required.
     *
     * @param name the column
     * @param type what its cells hold
     * @param required whether a file must have the column and no cell may be empty
     * @param part what part it plays
     * @throws IllegalArgumentException if these do not fit together
     */
    public ColumnRule(ColumnName name, ColumnType type, boolean required, Part part) {
        this(name, type, required, !required, part);
    }

    /**
     * Returns whether a column type gives the codes of a dimension. Areas and periods are rolled up later, so their
     * codes must be right.
     */
    private static boolean gives(ColumnType type, Dimension dimension) {
        if (dimension instanceof Dimension.Place place) {
            return new ColumnType.Place(place.areas(), place.level(), place.byName(), place.residuals()).equals(type);
        }
        return !(dimension instanceof Dimension.Time) || type instanceof ColumnType.Time;
    }

    private static void checkName(ColumnName name, ColumnName other) {
        if (!name.equals(other)) {
            throw new IllegalArgumentException("column " + name + " must play its own part: " + other);
        }
    }

    /** The part that a column plays, in SDMX's sense. */
    public sealed interface Part {

        /**
         * Says what the numbers are about.
         *
         * @param dimension the dimension
         */
        record OfDimension(Dimension dimension) implements Part {}

        /**
         * A number.
         *
         * @param measure the measure and its nature
         */
        record OfMeasure(Measure measure) implements Part {}

        /** A text that accompanies the numbers; it never leaves the delivery. */
        record OfAttribute() implements Part {}
    }
}
