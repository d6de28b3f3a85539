package nl.betekenisvolmeten.indicators.validation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Residuals;
import nl.betekenisvolmeten.indicators.model.Validity;

/** What a column holds: how its cells are read, and which values it allows. */
public sealed interface ColumnType {

    /**
     * Reads a cell. Never throws, whatever the text.
     *
     * @param text the cell as written in the file
     * @return the value, or what is wrong with it
     */
    CellResult read(String text);

    /**
     * Returns a regular expression for values in the agreed notation, for other programs. It has no anchors: each standard
     * has its own idea of them. It may let more through than {@link #read}.
     *
     * @return the expression; empty when the values have no shape of their own
     */
    default Optional<String> pattern() {
        return Optional.empty();
    }

    /**
     * Returns made-up values in the agreed notation, for hints and test deliveries.
     *
     * @return different values, the usual one first; empty when the column's other settings give them
     */
    default List<String> examples() {
        return List.of();
    }

    /**
     * An organisation by its Chamber of Commerce number, eight digits.
     */
    record Kvk() implements ColumnType {
        @Override
        public CellResult read(String text) {
            return CodeCells.kvk(text);
        }

        @Override
        public Optional<String> pattern() {
            return Optional.of("[0-9]{8}");
        }

        @Override
        public List<String> examples() {
            return List.of("91000011", "91000029");
        }
    }

    /**
     * A code of a list.
     *
     * @param codes the list
     * @param whenEmpty the code that an empty cell stands for, such as unknown; empty when it stands for none
     */
    record Code(Codelist codes, Optional<String> whenEmpty) implements ColumnType {
        /** @throws IllegalArgumentException if the list does not have it */
        public Code {
            if (whenEmpty.isPresent() && !codes.contains(whenEmpty.get())) {
                throw new IllegalArgumentException("whenEmpty must be a code of the list: " + whenEmpty.get());
            }
        }

        /**
         * Creates the type of a code of a list; an empty cell stands for none.
         *
         * @param codes the list
         */
        public Code(Codelist codes) {
            this(codes, Optional.empty());
        }

        @Override
        public CellResult read(String text) {
            CellResult result = CodeCells.code(text, codes);
            return whenEmpty.isPresent() && result instanceof CellResult.Empty
                    ? new CellResult.Value(whenEmpty.get(), 0, CellResult.Notation.AGREED)
                    : result;
        }
    }

    /**
     * A day.
     *
     * @param validity the periods in which it may lie
     */
    record Day(Validity validity) implements ColumnType {
        @Override
        public CellResult read(String text) {
            return DayCells.day(text, validity);
        }

        /** Returns the shape of a day, which leaves the length of the month unchecked. */
        @Override
        public Optional<String> pattern() {
            return Optional.of("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
        }
    }

    /**
     * An area.
     *
     * @param areas the areas
     * @param level the level of the column's areas
     * @param byName whether the agreed notation is the name (stadsdelen have no CBS code) or the code
     * @param residuals the codes that are allowed where there is no area
     */
    record Place(AreaHierarchy areas, AreaLevel level, boolean byName, Residuals residuals) implements ColumnType {
        /**
         * Creates the type of an area, without codes for when there is none.
         *
         * @param areas the areas
         * @param level the level of the column's areas
         * @param byName whether the agreed notation is the name or the code
         */
        public Place(AreaHierarchy areas, AreaLevel level, boolean byName) {
            this(areas, level, byName, Residuals.none());
        }

        /**
         * Returns an area in the agreed notation.
         *
         * @param area an area
         * @return its name or its code
         */
        public String text(Area area) {
            return byName ? area.name() : area.code().value();
        }

        @Override
        public CellResult read(String text) {
            return CodeCells.area(text, this);
        }
    }

    /**
     * A period of one length, or of several.
     *
     * @param kind the length, or the shortest one
     * @param validity the periods for which the format holds
     * @param notation the agreed notation
     * @param longest the longest length
     */
    record Time(PeriodKind kind, Validity validity, Period.Notation notation, PeriodKind longest)
            implements ColumnType {
        /** @throws IllegalArgumentException if the longest is shorter than the shortest */
        public Time {
            if (longest.compareTo(kind) < 0) {
                throw new IllegalArgumentException("lengths out of order: " + kind + ", " + longest);
            }
        }

        /**
         * Creates a type for periods of one length.
         *
         * @param kind the length
         * @param validity the periods for which the format holds
         * @param notation the agreed notation
         */
        public Time(PeriodKind kind, Validity validity, Period.Notation notation) {
            this(kind, validity, notation, kind);
        }

        /**
         * Creates the type of a period whose agreed notation is the CBS code.
         *
         * @param kind the length
         * @param validity the periods for which the format holds
         */
        public Time(PeriodKind kind, Validity validity) {
            this(kind, validity, Period.Notation.CODE);
        }

        @Override
        public CellResult read(String text) {
            return CodeCells.period(text, this);
        }

        /**
         * Returns a copy for other periods.
         *
         * @param newValidity the periods for which the format holds
         * @return the type
         */
        public Time withValidity(Validity newValidity) {
            return new Time(kind, newValidity, notation, longest);
        }

        /**
         * Returns the lengths that a period may have.
         *
         * @return from short to long
         */
        public List<PeriodKind> lengths() {
            return List.copyOf(EnumSet.range(kind, longest));
        }

        @Override
        public Optional<String> pattern() {
            return Optional.of(lengths().stream()
                    .map(notation::pattern)
                    .reduce((shorter, longer) -> shorter + "|" + longer)
                    .map(pattern -> kind == longest ? pattern : "(" + pattern + ")")
                    .orElseThrow());
        }
    }

    /**
     * A whole number of 0 or more.
     *
     * @param maximum the largest that is possible, of at most fifteen digits
     */
    record Count(long maximum) implements ColumnType {
        /** @throws IllegalArgumentException if it is not positive or has more than fifteen digits */
        public Count {
            if (maximum <= 0 || Long.toString(maximum).length() > NumberCells.MAX_DIGITS) {
                throw new IllegalArgumentException("maximum must be positive and below 10^15: " + maximum);
            }
        }

        @Override
        public CellResult read(String text) {
            return NumberCells.count(text, maximum);
        }
    }

    /**
     * A decimal number of 0 or more, in Dutch notation: a comma before the decimals.
     *
     * @param scale the most decimals allowed, 1 to {@link Measure#MAX_SCALE}
     * @param maximum the largest that is possible, in whole units
     */
    record Quantity(int scale, long maximum) implements ColumnType {
        /** @throws IllegalArgumentException if one is out of range */
        public Quantity {
            if (scale < 1 || scale > Measure.MAX_SCALE || maximum <= 0 || maximum > Long.MAX_VALUE / 1_000_000) {
                throw new IllegalArgumentException(
                        "scale and maximum out of range: scale " + scale + ", maximum " + maximum);
            }
        }

        @Override
        public CellResult read(String text) {
            return NumberCells.quantity(text, scale, maximum);
        }
    }

    /**
     * Free text.
     *
     * @param maximumLength the most characters
     */
    record Text(int maximumLength) implements ColumnType {
        /** @throws IllegalArgumentException if it is not positive */
        public Text {
            if (maximumLength <= 0) {
                throw new IllegalArgumentException("maximumLength must be positive: " + maximumLength);
            }
        }

        @Override
        public CellResult read(String text) {
            return TextCells.text(text, maximumLength);
        }
    }

    /**
     * Returns a value in the agreed notation, as it is written into a file.
     *
     * @param text the canonical text of a value, as {@link CellResult.Value#text} gives it
     * @return the text itself, but for periods that are agreed to be written otherwise than as their CBS code; a period that
     *     was read from a day stays its code, as the day is not known
     */
    default String agreed(String text) {
        return this instanceof Time time && time.notation() != Period.Notation.DAY
                ? Period.parseCode(text).map(time.notation()::write).orElse(text)
                : text;
    }

    /**
     * Returns the number of decimals in {@link CellResult.Value#number}.
     *
     * @return the scale of a numeric column; empty for others
     */
    default Optional<Integer> decimals() {
        if (this instanceof Count) {
            return Optional.of(0);
        }
        return this instanceof Quantity quantity ? Optional.of(quantity.scale()) : Optional.empty();
    }

    /**
     * Returns the largest number that a cell may hold.
     *
     * @return the number, without decimals; empty for a column that is not numeric
     */
    default OptionalLong largest() {
        if (this instanceof Count count) {
            return OptionalLong.of(count.maximum());
        }
        return this instanceof Quantity quantity ? OptionalLong.of(quantity.maximum()) : OptionalLong.empty();
    }
}
