package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.List;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** The wijken of a format, with their stadsdelen and as many inhabitants as are known. */
public final class Places {

    private final AreaHierarchy areas;
    private final Population population;

    private Places(AreaHierarchy areas, Population population) {
        this.areas = areas;
        this.population = population;
    }

    /**
     * Returns the places of a format.
     *
     * @param format a format with a column of wijken and a rule that knows their inhabitants
     * @return its places
     * @throws IllegalArgumentException if it lacks one of these
     */
    public static Places of(FormatDefinition format) {
        AreaHierarchy areas = format.columns().stream()
                .map(column -> column.rule().type())
                .filter(type -> type instanceof ColumnType.Place place && place.level() == AreaLevel.WIJK)
                .map(type -> ((ColumnType.Place) type).areas())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wijken in " + format.id()));
        Population population = format.ruleSet().rules().stream()
                .filter(Rule.WithinPopulation.class::isInstance)
                .map(rule -> ((Rule.WithinPopulation) rule).population())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no inhabitants in " + format.id()));
        return new Places(areas, population);
    }

    /**
     * Returns the wijken with enough inhabitants.
     *
     * @param inhabitants how many at least
     * @return their codes, in order; a wijk whose number is not known is not among them
     */
    public List<AreaCode> wijken(long inhabitants) {
        return areas.areas(AreaLevel.WIJK).stream()
                .map(Area::code)
                .filter(wijk -> population.total(wijk).orElse(0) >= inhabitants)
                .toList();
    }

    /**
     * Returns the stadsdeel of a wijk.
     *
     * @param wijk the wijk
     * @return the stadsdeel's name
     * @throws IllegalArgumentException if the wijk lies in none
     */
    public String stadsdeel(AreaCode wijk) {
        return areas.ancestor(wijk, AreaLevel.STADSDEEL)
                .flatMap(areas::find)
                .map(Area::name)
                .orElseThrow(() -> new IllegalArgumentException("in no stadsdeel: " + wijk));
    }

    /**
     * Returns the inhabitants of a wijk.
     *
     * @param wijk the wijk
     * @return the number; empty when it is not known
     */
    public OptionalLong inhabitants(AreaCode wijk) {
        return population.total(wijk);
    }

    /**
     * Returns what the inhabitants of an age cannot exceed.
     *
     * @param wijk the wijk
     * @param age a code of {@code leeftijdsgroep}; one that is no band of ages stands for all ages
     * @return the number; empty when nothing is known
     */
    public OptionalLong atMost(AreaCode wijk, String age) {
        return population.atMost(wijk, age);
    }
}
