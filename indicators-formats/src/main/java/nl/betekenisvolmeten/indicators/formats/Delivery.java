package nl.betekenisvolmeten.indicators.formats;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Catalogue;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A delivery that was read: what is wrong with it, and the figures of its good rows.
 *
 * <p>Where the format was not recognised there are no rows; the findings say so, and totals and comparisons are empty.
 * Immutable and thread-safe.
 */
public final class Delivery {

    private final Checked<CountTable> checked;
    private final String form;
    private final Indicators door;

    /** Of a form by its name, empty where it was not recognised. */
    Delivery(Checked<CountTable> checked, String form, Indicators door) {
        this.checked = checked;
        this.form = form;
        this.door = door;
    }

    /**
     * Returns what is wrong with the delivery, or worth knowing about it.
     *
     * @return the findings
     */
    public Findings findings() {
        return checked.findings();
    }

    /**
     * Returns the findings in words for the person who filled in the delivery: short for {@link MessageCatalogue#line},
     * with the texts of {@link Indicators#withTexts}.
     *
     * @param language the language
     * @return a line for each finding that was kept
     */
    public List<String> messages(Language language) {
        return findings().kept().stream()
                .map(finding -> door.texts().line(finding, language, Audience.FILLER))
                .toList();
    }

    /**
     * Returns the rows without an error. Here the plans begin, which have every choice: {@link AggregationPlan} and {@link
     * ComparisonPlan} take such a table.
     *
     * @return the rows; empty when the format was not recognised
     */
    public Optional<CountTable> table() {
        return checked.value();
    }

    /**
     * Returns totals of the rows without an error: short for {@link AggregationPlan#by}.
     *
     * @param columns the columns to group by, such as {@code wijk}
     * @return the totals
     * @throws IllegalArgumentException if a column does not exist in the format
     */
    public ResultTable totals(String... columns) {
        return table().map(rows -> AggregationPlan.by(rows.structure(), columns).aggregate(rows))
                .orElseGet(() -> new ResultTable(List.of(columns), List.of(), List.of(), Findings.none()));
    }

    /**
     * Returns the areas of a level, each compared with the city, on the core indicators that the definitions have for this
     * form, in the latest version of their set: short for {@link ComparisonPlan#of}.
     *
     * @param level the level
     * @return the comparison
     * @throws IllegalArgumentException if the rows have no areas of that level, or no time
     */
    public Comparison compare(AreaLevel level) {
        return table().map(rows -> ComparisonPlan.of(rows.structure(), indicators(), level, door.population())
                        .compare(rows))
                .orElseGet(() -> new Comparison(List.of(), List.of(), Findings.none()));
    }

    private List<Indicator> indicators() {
        Catalogue<FormatId, IndicatorSet> sets = door.definitions().indicatorSets();
        return sets.ids().stream()
                .map(FormatId::name)
                .distinct()
                .flatMap(name -> sets.latest(name).stream())
                .flatMap(set -> door.definitions().withQuestions(set).core().stream())
                .filter(indicator -> indicator.formula().format().equals(form))
                .toList();
    }
}
