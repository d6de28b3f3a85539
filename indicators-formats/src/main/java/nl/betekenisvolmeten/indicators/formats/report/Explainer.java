package nl.betekenisvolmeten.indicators.formats.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.PopulationList;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.report.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * Finds where a figure comes from. Reads the deliveries again and has the core make the figure again, so that what is
 * explained is what {@code aggregate} and {@code compare} give. Immutable.
 */
public final class Explainer {

    /** How many rows are kept unless told otherwise. */
    public static final int MOST_ROWS = 10_000;

    private final Definitions definitions;
    private final PopulationList population;
    private final Optional<Population> own;
    private final DeliveryReader reader;
    private final int mostRows;

    private Explainer(
            Definitions definitions,
            PopulationList population,
            Optional<Population> own,
            DeliveryReader reader,
            int mostRows) {
        this.definitions = definitions;
        this.population = population;
        this.own = own;
        this.reader = reader;
        this.mostRows = mostRows;
    }

    /**
     * An explainer.
     *
     * @param definitions formats, indicators and areas
     * @param population the inhabitants, for figures per inhabitants
     * @return the explainer
     */
    public static Explainer of(Definitions definitions, PopulationList population) {
        return new Explainer(definitions, population, Optional.empty(), DeliveryReader.of(definitions), MOST_ROWS);
    }

    /**
     * This explainer with another reader, such as a stricter one.
     *
     * @param newReader reads the deliveries
     * @return the explainer
     */
    public Explainer withReader(DeliveryReader newReader) {
        return new Explainer(definitions, population, own, newReader, mostRows);
    }

    /**
     * This explainer keeping fewer or more rows. All of them are counted.
     *
     * @param limit how many rows are kept at most, 0 or more
     * @return the explainer
     * @throws IllegalArgumentException if it is negative
     */
    public Explainer withMostRows(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a number of rows is not negative: " + limit);
        }
        return new Explainer(definitions, population, own, reader, limit);
    }

    /**
     * This explainer with inhabitants of one's own, such as a comparison was made with. The explanation names them by
     * their id, without a version, as a draft: they are no definition that others know.
     *
     * @param inhabitants the inhabitants
     * @return the explainer
     */
    public Explainer withPopulation(Population inhabitants) {
        return new Explainer(definitions, population, Optional.of(inhabitants), reader, mostRows);
    }

    private Population inhabitants() {
        return own.orElseGet(population::population);
    }

    /**
     * Explains a cell of the table that deliveries make.
     *
     * @param cell the cell
     * @param sources the deliveries, in the order in which their rows are told
     * @return where its figure comes from
     * @throws UnknownCellException if the deliveries make no such cell
     * @throws IndicatorsException if a source cannot be read
     */
    public Explanation explain(Cell cell, List<DeliverySource> sources) {
        DeliverySet set = DeliverySet.of(reader, sources);
        Optional<Found> found =
                cell.subject() instanceof Cell.Subject.OfIndicator of ? Optional.of(find(of.id())) : Optional.empty();
        FormatDefinition format = format(cell, found, List.copyOf(set.formats().values()));
        TableStructure structure = format.ruleSet().structure();
        CellScope scope = CellScope.of(cell, structure);
        FigureMaker maker = found.map(one ->
                        FigureMaker.of(one.indicator(), structure, scope, inhabitants(), definitions.questionnaires()))
                .orElseGet(() -> FigureMaker.of(measure(cell), structure, scope));
        Reading reading = new Reading(maker, mostRows);
        reading.read(set.withTarget(format), format);
        return explanation(cell, format, found, scope, maker, reading);
    }

    private record Found(IndicatorSet set, Indicator indicator) {}

    private Found find(IndicatorId id) {
        return definitions.indicatorSets().stream()
                .flatMap(set -> set.find(id).map(indicator -> new Found(set, indicator)).stream())
                .findFirst()
                .orElseThrow(() -> new UnknownCellException(
                        Reason.INDICATOR,
                        id.value(),
                        definitions.indicatorSets().stream()
                                .flatMap(set -> set.indicators().stream())
                                .map(one -> one.id().value())
                                .toList()));
    }

    private static ColumnName measure(Cell cell) {
        return ((Cell.Subject.OfMeasure) cell.subject()).column();
    }

    /** The newest format among the files that has what is asked for. */
    private static FormatDefinition format(Cell cell, Optional<Found> found, List<FormatDefinition> formats) {
        if (formats.isEmpty()) {
            throw new UnknownCellException(Reason.FORMAT, cell.toString(), List.of());
        }
        Comparator<FormatDefinition> byVersion = Comparator.comparing(FormatDefinition::id);
        if (found.isPresent()) {
            Indicator indicator = found.get().indicator();
            return formats.stream()
                    .filter(one -> one.id().name().equals(indicator.formula().format()))
                    .max(byVersion)
                    .orElseThrow(() -> new UnknownCellException(
                            Reason.INDICATOR, indicator.id().value(), List.of()));
        }
        ColumnName measure = measure(cell);
        return formats.stream()
                .filter(one -> one.ruleSet().structure().measureIndex(measure).isPresent())
                .max(byVersion)
                .orElseThrow(() -> new UnknownCellException(
                        Reason.MEASURE,
                        measure.value(),
                        formats.stream()
                                .flatMap(one -> one.ruleSet().structure().measures().stream())
                                .map(one -> one.name().value())
                                .distinct()
                                .toList()));
    }

    private Explanation explanation(
            Cell cell,
            FormatDefinition format,
            Optional<Found> found,
            CellScope scope,
            FigureMaker maker,
            Reading reading) {
        FigureMaker.Made made = maker.make();
        UsedDefinitions used = new UsedDefinitions(definitions);
        found.ifPresent(one -> used.add(one.set()));
        reading.formats().forEach(used::add);
        used.addAreas(format.ruleSet().structure());
        found.filter(one -> one.indicator().formula() instanceof Formula.PopulationRate)
                .ifPresent(any -> own.ifPresentOrElse(used::addOwn, () -> used.add(population)));
        return new Explanation(
                cell,
                format.id(),
                found.map(Found::indicator),
                scope.area(),
                scope.period(),
                made.figure(),
                made.per(),
                maker.parts(),
                reading.rows(),
                reading.rowsCounted(),
                reading.files(),
                used.all(),
                UsedDefinitions.checks(reading.formats()),
                made.coverage());
    }
}
