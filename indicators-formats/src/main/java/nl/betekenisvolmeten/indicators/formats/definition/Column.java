package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ColumnTypeLoader;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * A column of a format, with what a person needs to fill it in.
 *
 * @param rule its type and role
 * @param title its name in words
 * @param agreement the fill-in agreement ("invulafspraak"), in short
 * @param declaredConcept the concept that its definition gives it, in case its name does not identify one
 * @param onForm whether it is on an empty form; a column that only programs fill may be left off
 */
public record Column(
        ColumnRule rule,
        LocalizedText title,
        LocalizedText agreement,
        Optional<String> declaredConcept,
        boolean onForm) {

    private static final Pattern CONCEPT = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** @throws IllegalArgumentException if the concept is not capitals, digits and underscores */
    public Column {
        declaredConcept.ifPresent(Column::checkConcept);
    }

    /** Returns a copy with another rule. */
    Column with(ColumnRule other) {
        return new Column(other, title, agreement, declaredConcept, onForm);
    }

    static String checkConcept(String concept) {
        if (!CONCEPT.matcher(concept).matches()) {
            throw new IllegalArgumentException("not a concept: '" + concept + "'");
        }
        return concept;
    }

    /**
     * Returns the word for a column type in definition files.
     *
     * @param type the type
     * @return such as {@code COUNT}
     */
    public static String kind(ColumnType type) {
        return ColumnTypeLoader.kind(type);
    }

    /**
     * Returns what the column is about, whatever its name: the concept identity of SDMX. Columns of two formats with
     * the same concept ask for the same.
     *
     * @return the concept that its definition gives it; else {@code TIME_PERIOD} for the period, and for others the
     *     name in capitals
     */
    public String concept() {
        return declaredConcept.orElseGet(
                () -> isTime() ? "TIME_PERIOD" : name().value().toUpperCase(Locale.ROOT));
    }

    private boolean isTime() {
        return rule.part() instanceof ColumnRule.Part.OfDimension part && part.dimension() instanceof Dimension.Time;
    }

    /**
     * Returns the column's name.
     *
     * @return its name
     */
    public ColumnName name() {
        return rule.name();
    }
}
