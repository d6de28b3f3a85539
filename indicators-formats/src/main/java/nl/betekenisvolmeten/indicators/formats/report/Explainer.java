package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.report.Cell.UnknownCellException.Reason;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.DefinitionKind;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * Finds where a figure comes from. Reads the deliveries again and has the core make the figure again, so that what is
 * explained is what {@code aggregate} and {@code compare} give. Immutable.
 */
public final class Explainer {

    /** How many rows are kept unless told otherwise. */
    public static final int MOST_ROWS = 10_000;

    private final Definitions definitions;
    private final Inhabitants inhabitants;
    private final DeliveryReader reader;
    private final InContext context;
    private final MoreColumns more;
    private final int mostRows;

    /** The inhabitants, and the definition that they come from; empty for those that somebody brought along. */
    private record Inhabitants(Population population, Optional<Definitions.PopulationList> list) {}

    /** What holds of deliveries and is not in them; empty where nothing was agreed. */
    private record InContext(Optional<ReportingContext> document) {}

    /** Columns that rows get in addition to those of their format, such as attributes of organisations. */
    public interface MoreColumns {

        /** No additional columns. */
        MoreColumns NONE = new MoreColumns() {};

        /**
         * Returns the columns of rows with the additional ones.
         *
         * @param structure the columns of a format
         * @return these columns, then the additional ones
         */
        default TableStructure with(TableStructure structure) {
            return structure;
        }

        /**
         * Returns a taker of rows that passes them on with the additional columns.
         *
         * @param structure the columns of a format
         * @param to the taker of the rows with the additional columns
         * @return the taker
         */
        default RowTaker around(TableStructure structure, RowTaker to) {
            return to;
        }
    }

    private Explainer(
            Definitions definitions,
            Inhabitants inhabitants,
            DeliveryReader reader,
            InContext context,
            MoreColumns more,
            int mostRows) {
        this.definitions = definitions;
        this.inhabitants = inhabitants;
        this.reader = reader;
        this.context = context;
        this.more = more;
        this.mostRows = mostRows;
    }

    /**
     * Returns an explainer.
     *
     * @param definitions formats, indicators and areas
     * @param population the inhabitants, for figures per inhabitants
     * @return the explainer
     */
    public static Explainer of(Definitions definitions, Definitions.PopulationList population) {
        return new Explainer(
                definitions,
                new Inhabitants(population.population(), Optional.of(population)),
                DeliveryReader.of(definitions),
                new InContext(Optional.empty()),
                MoreColumns.NONE,
                MOST_ROWS);
    }

    /**
     * Returns a copy of this explainer with another reader, such as a stricter one.
     *
     * @param newReader reads the deliveries
     * @return the explainer
     */
    public Explainer withReader(DeliveryReader newReader) {
        return new Explainer(definitions, inhabitants, newReader, context, more, mostRows);
    }

    /**
     * Returns a copy that applies the agreements of a context, as totals and comparisons with the same context do.
     *
     * @param newContext the context
     * @return the explainer
     */
    public Explainer withContext(ReportingContext newContext) {
        return new Explainer(definitions, inhabitants, reader, new InContext(Optional.of(newContext)), more, mostRows);
    }

    /**
     * Returns this explainer keeping fewer or more rows. All of them are counted.
     *
     * @param limit the maximum number of rows to keep, zero or more
     * @return the explainer
     * @throws IllegalArgumentException if it is negative
     */
    public Explainer withMostRows(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        return new Explainer(definitions, inhabitants, reader, context, more, limit);
    }

    /**
     * Returns a copy of this explainer with the caller's inhabitants, such as those of a comparison. The
     * explanation names them by their id, without a version, as a draft: they are no definition that others know.
     *
     * @param population the inhabitants
     * @return the explainer
     */
    public Explainer withPopulation(Population population) {
        return new Explainer(
                definitions, new Inhabitants(population, Optional.empty()), reader, context, more, mostRows);
    }

    /**
     * Returns a copy whose cells may name additional columns.
     *
     * @param columns the columns
     * @return the explainer
     */
    public Explainer withColumns(MoreColumns columns) {
        return new Explainer(definitions, inhabitants, reader, context, columns, mostRows);
    }

    /**
     * Explains a cell of the table that deliveries make.
     *
     * @param cell the cell
     * @param sources the deliveries, in the order in which their rows are listed
     * @return where its figure comes from
     * @throws Cell.UnknownCellException if the deliveries make no such cell
     * @throws IndicatorsException if a source cannot be read
     */
    public Explanation explain(Cell cell, List<DeliverySource> sources) {
        DeliverySet files = DeliverySet.of(reader, sources);
        DeliverySet set = context.document().map(files::withContext).orElse(files);
        Question question = cell.subject() instanceof Cell.Subject.OfIndicator of
                ? question(cell, find(of.id()), set)
                : question(cell, ((Cell.Subject.OfMeasure) cell.subject()).column(), set);
        RowTaker taker = more.around(question.format().ruleSet().structure(), question.maker());
        Reading reading = new Reading(question.maker(), taker, mostRows);
        reading.read(set.withTarget(question.format()), question.format());
        return explanation(cell, question, reading);
    }

    private record Found(IndicatorSet set, Indicator indicator) {}

    /** What is asked for, and how its figure is made. */
    private record Question(FormatDefinition format, Optional<Found> found, CellScope scope, FigureMaker maker) {}

    private Question question(Cell cell, Found found, DeliverySet set) {
        FormatDefinition format = format(cell, found.indicator(), set);
        TableStructure structure = more.with(format.ruleSet().structure());
        CellScope scope = CellScope.of(cell, structure);
        FigureMaker maker = FigureMaker.of(
                definitions.withQuestions(found.indicator()),
                structure,
                new FigureMaker.Basis(scope, inhabitants.population(), agreed(set)));
        return new Question(format, Optional.of(found), scope, maker);
    }

    private Agreed agreed(DeliverySet set) {
        return context.document()
                .map(ReportingContext::agreed)
                .orElse(Agreed.NOTHING)
                .withNotComparable(set.otherMeasures());
    }

    private Question question(Cell cell, ColumnName measure, DeliverySet set) {
        FormatDefinition format = format(measure, formats(cell, set));
        TableStructure structure = more.with(format.ruleSet().structure());
        CellScope scope = CellScope.of(cell, structure);
        return new Question(format, Optional.empty(), scope, FigureMaker.of(measure, structure, scope, agreed(set)));
    }

    private Found find(IndicatorId id) {
        return definitions.indicatorSets().all().stream()
                .flatMap(set -> set.find(id).map(indicator -> new Found(set, indicator)).stream())
                .findFirst()
                .orElseThrow(() -> new Cell.UnknownCellException(
                        Reason.INDICATOR,
                        id.value(),
                        definitions.indicatorSets().all().stream()
                                .flatMap(set -> set.indicators().stream())
                                .map(one -> one.id().value())
                                .toList()));
    }

    private static List<FormatDefinition> formats(Cell cell, DeliverySet set) {
        List<FormatDefinition> formats =
                set.formats().values().stream().map(Explainer::counted).toList();
        if (formats.isEmpty()) {
            throw new Cell.UnknownCellException(Reason.FORMAT, cell.toString(), List.of());
        }
        return formats;
    }

    /** Returns the format of the rows that count: totals over the rows of another format are figures of that format. */
    private static FormatDefinition counted(FormatDefinition format) {
        return format.ownTotals().map(FormatDefinition.OwnTotals::of).orElse(format);
    }

    /** Returns the newest format among the files that contributes to an indicator, by its own name or as totals over its rows. */
    private static FormatDefinition format(Cell cell, Indicator indicator, DeliverySet set) {
        String form = indicator.formula().format();
        return Stream.concat(
                        formats(cell, set).stream()
                                .filter(one -> one.id().name().equals(form)),
                        set.formats().values().stream()
                                .filter(one -> one.id().name().equals(form))
                                .map(Explainer::counted))
                .max(Comparator.comparing(FormatDefinition::id))
                .orElseThrow(() -> new Cell.UnknownCellException(
                        Reason.INDICATOR, indicator.id().value(), List.of()));
    }

    /** Returns the newest format among the files that has a measure. */
    private static FormatDefinition format(ColumnName measure, List<FormatDefinition> formats) {
        return formats.stream()
                .filter(one -> one.ruleSet().structure().measureIndex(measure).isPresent())
                .max(Comparator.comparing(FormatDefinition::id))
                .orElseThrow(() -> new Cell.UnknownCellException(
                        Reason.MEASURE,
                        measure.value(),
                        formats.stream()
                                .flatMap(one -> one.ruleSet().structure().measures().stream())
                                .map(one -> one.name().value())
                                .distinct()
                                .toList()));
    }

    private Explanation explanation(Cell cell, Question question, Reading reading) {
        FigureMaker.Made made = question.maker().make();
        return new Explanation(
                cell,
                question.format().id(),
                question.found().map(Found::indicator),
                question.scope().area(),
                question.scope().period(),
                made.figure(),
                made.per(),
                question.maker().parts(),
                reading.rows(),
                reading.rowsCounted(),
                reading.files(),
                used(question, reading),
                checks(reading.formats()),
                made.coverage(),
                reading.report());
    }

    /** Returns the definitions behind a figure, with their versions. */
    private List<UsedDefinition> used(Question question, Reading reading) {
        List<UsedDefinition> used = new ArrayList<>();
        question.found()
                .map(Found::set)
                .ifPresent(set -> used.add(new UsedDefinition(
                        DefinitionKind.INDICATOR_SET,
                        set.id(),
                        set.version(),
                        set.provenance().status())));
        reading.formats()
                .forEach(format -> used.add(new UsedDefinition(
                        DefinitionKind.FORMAT,
                        format.id().name(),
                        format.id().version(),
                        format.provenance().status())));
        question.format().ruleSet().structure().dimensions().stream()
                .filter(Dimension.Place.class::isInstance)
                .map(dimension -> ((Dimension.Place) dimension).areas().id())
                .distinct()
                .flatMap(id -> definitions.areas().find(id).stream())
                .forEach(list -> used.add(new UsedDefinition(
                        DefinitionKind.AREAS,
                        list.id(),
                        list.version(),
                        list.provenance().status())));
        question.found()
                .filter(one -> one.indicator().formula() instanceof Formula.PopulationRate)
                .ifPresent(any -> used.add(usedPopulation()));
        return used;
    }

    /** Returns the population behind a figure; a population that the caller supplied has no version. */
    private UsedDefinition usedPopulation() {
        String id = inhabitants.population().id();
        return inhabitants
                .list()
                .map(list -> new UsedDefinition(
                        DefinitionKind.POPULATION,
                        id,
                        list.version(),
                        list.provenance().status()))
                .orElseGet(() -> new UsedDefinition(DefinitionKind.POPULATION, id, "-", Provenance.Status.DRAFT));
    }

    /** Returns the checks that formats make on cells and rows, each code once, in the order of the codes. */
    private static List<Verdict> checks(Collection<FormatDefinition> formats) {
        Map<FindingCode, Verdict> checks = new TreeMap<>();
        for (FormatDefinition format : formats) {
            Stream.concat(
                            format.ruleSet().verdicts().values().stream(),
                            format.ruleSet().rules().stream().map(Rule::verdict))
                    .forEach(verdict -> checks.putIfAbsent(verdict.code(), verdict));
        }
        return List.copyOf(checks.values());
    }
}
