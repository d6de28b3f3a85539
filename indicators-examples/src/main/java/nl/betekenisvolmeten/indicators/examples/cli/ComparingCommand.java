package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.comparison.Comparer;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.ComparisonPlan;
import nl.betekenisvolmeten.indicators.comparison.Inference;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.ContextReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan;
import nl.betekenisvolmeten.indicators.signal.SeriesPlan.TrendBreak;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import picocli.CommandLine.Mixin;

/** Compares areas with their city; each command uses the comparison in its own way. */
abstract class ComparingCommand extends Subcommand {

    @Mixin
    final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Mixin
    private final IndicatorOption named = new IndicatorOption(this);

    @Mixin
    final WhereOption where = new WhereOption(this);

    @Mixin
    final PeriodOption period = new PeriodOption(this);

    @Mixin
    final TotalsOption totals = new TotalsOption(this);

    @Mixin
    final PopulationOption population = new PopulationOption(this);

    @Mixin
    private final ResearchOptions research = new ResearchOptions(this);

    @Mixin
    final OrganisationsOption organisations = new OrganisationsOption(this);

    @Mixin
    private final MissingOption missing = new MissingOption();

    @Mixin
    final ContextOption context = new ContextOption(this);

    @Mixin
    final DefinitionOptions own = new DefinitionOptions(this);

    ComparingCommand(Terminal terminal) {
        super(terminal);
    }

    /** Returns the level of the areas that are compared. */
    abstract AreaLevel level();

    /** Returns whether only some rows count. */
    final boolean isNarrowed() {
        return where.isGiven();
    }

    /** Returns the column whose codes are compared instead of areas; empty unless asked for. */
    Optional<String> by() {
        return Optional.empty();
    }

    /** Returns the breaks at which series start afresh. */
    List<TrendBreak> breaks() {
        return List.of();
    }

    /** The collectors of rows; of series only if asked for. */
    private record Collected(TableStructure structure, Comparer comparer, Optional<SeriesPlan.Collector> series) {}

    /**
     * The result of the deliveries.
     *
     * @param comparison the areas compared
     * @param series the areas over time; empty unless asked for
     * @param read the report of reading them
     * @param errors whether deliveries have errors
     * @param column the title of the column whose codes are compared in place of areas
     */
    record Compared(
            Comparison comparison,
            Optional<SeriesPlan.Collector> series,
            SetReport read,
            boolean errors,
            Optional<String> column) {

        /** Returns the report on agreements about the deliveries; empty if there are none. */
        Optional<ContextReport> context() {
            return read.context();
        }
    }

    /** Returns the period in which areas are compared; every period if empty. */
    Optional<Period> about() {
        return period.read();
    }

    /** Returns whether an indicator is compared by default. */
    boolean isShown(Indicator indicator, boolean core) {
        return core || by().isPresent();
    }

    /** Returns the chosen options, which a command may change. */
    ComparisonOptions options(ComparisonOptions chosen) {
        return chosen;
    }

    /** Refuses unknown words before any work is done. */
    final void checkWords() {
        period.read();
        research.check();
    }

    /** Reads the deliveries, prints caveats about the comparison, and uses it; returns the exit code. */
    final int compare(boolean withSeries, Consumer<Compared> use) {
        return compare(withSeries, (format, lookup) -> RowTaker.ofNothing(), use);
    }

    /** Compares as {@link #compare(boolean, Consumer)} does, and also passes the rows to another taker. */
    final int compare(boolean withSeries, BiFunction<FormatDefinition, Lookup, RowTaker> more, Consumer<Compared> use) {
        Lookup lookup = own.read();
        Optional<ReportingContext> agreed = context.read(lookup);
        Deliveries deliveries = totals.with(files.open(), lookup);
        DeliverySet set = deliveries.set(lookup, agreed);
        Optional<Compared> made =
                compared(deliveries, set, lookup, agreed, withSeries, format -> more.apply(format, lookup));
        made.ifPresentOrElse(use, () -> terminal.say("deliveries.none"));
        return made.filter(one -> !one.errors()).isPresent() ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    /** Compares deliveries of one form, and also passes their rows to another taker; empty without a form. */
    final Optional<Compared> compared(
            Deliveries deliveries,
            DeliverySet set,
            Lookup lookup,
            Optional<ReportingContext> agreed,
            boolean withSeries,
            Function<FormatDefinition, RowTaker> more) {
        Agreed known = known(agreed, set);
        Organisations organised = organisations.read(lookup);
        Optional<FormatDefinition> format = deliveries.format(set);
        Optional<Groups> groups = format.flatMap(own -> groups(own, set, organised));
        Optional<Collected> collected = format.map(own -> {
            List<Indicator> wanted = indicators(own, set, lookup);
            lookup.unknownColumns(own)
                    .forEach((id, columns) ->
                            terminal.say("compare.noColumns", id, own.id().name(), String.join(", ", names(columns))));
            Map<IndicatorId, DefinitionDiff.Comparability> not = notComparable(wanted, set, lookup);
            Map<IndicatorId, Validity> during = new HashMap<>();
            not.forEach((indicator, judged) -> during.put(indicator, judged.during()));
            TableStructure structure = groups.map(Groups::structure)
                    .orElseGet(() -> organised.with(own.ruleSet().structure()));
            ComparisonPlan plan = plan(own, structure, wanted, lookup).withNotComparable(during);
            List<Indicator> alike = wanted.stream()
                    .filter(indicator -> !not.containsKey(indicator.id()))
                    .toList();
            return new Collected(
                    plan.structure(),
                    plan.newComparer(known),
                    withSeries ? Optional.of(collector(plan, alike, known)) : Optional.empty());
        });
        RowTaker rows = collected
                .map(this::taker)
                .map(own -> groups.map(one -> one.around(own)).orElse(own))
                .map(own -> organised.around(format.orElseThrow().ruleSet().structure(), own))
                .map(own -> own.andThen(more.apply(format.orElseThrow())))
                .orElseGet(RowTaker::ofNothing);
        SetReport read = deliveries.read(set, rows);
        boolean errors = deliveries.sayErrors(read);
        return collected.map(one -> {
            Comparison result = read.context()
                    .filter(any -> groups.isEmpty())
                    .map(context -> one.comparer().result(context::coverage))
                    .orElseGet(one.comparer()::result);
            say(result);
            return new Compared(result, one.series(), read, errors, title(format.orElseThrow()));
        });
    }

    /** Returns the agreements, with the measures that versions among the files count differently. */
    static Agreed known(Optional<ReportingContext> agreed, DeliverySet set) {
        return agreed.map(ReportingContext::agreed).orElse(Agreed.NOTHING).withNotComparable(set.otherMeasures());
    }

    /** Returns the areas over time, with the agreed breaks; findings about them are printed. */
    final List<AreaSeries> series(Compared made) {
        List<TrendBreak> found =
                made.context().map(known -> known.trendBreaks(level())).orElse(List.of());
        Optional<Checked<List<AreaSeries>>> checked = made.series().map(one -> one.result(found));
        checked.ifPresent(one -> terminal.say(one.findings()));
        return checked.flatMap(Checked::value).orElse(List.of());
    }

    private void say(Comparison result) {
        // groups that did not report are not missing districts
        terminal.say(
                by().isEmpty()
                        ? result.findings()
                        : result.findings()
                                .without(result.findings().kept().stream()
                                        .filter(finding ->
                                                finding.code().value().equals("BM-A03"))
                                        .toList()));
        sayExcluded(result.excluded());
        String counts = result.excluded().stream()
                .filter(one -> one.reason() == ComparisonPlan.Excluded.Reason.TOTAL)
                .map(one -> one.indicator().value())
                .collect(Collectors.joining(","));
        if (result.rows().isEmpty() && !counts.isEmpty()) {
            terminal.say("compare.onlyTotals", by().orElseGet(() -> level(level())), counts);
        } else if (result.rows().stream().allMatch(row -> row.figure().numerator() instanceof CellValue.Missing)) {
            terminal.say("compare.empty");
        }
        if (result.rows().stream().anyMatch(row -> row.figure().uncertainty().inference() == Inference.REGISTER)) {
            terminal.say("compare.register");
        }
    }

    /** Prints one line for each reason. */
    private void sayExcluded(List<ComparisonPlan.Excluded> excluded) {
        Map<ComparisonPlan.Excluded.Reason, List<String>> byReason =
                new EnumMap<>(ComparisonPlan.Excluded.Reason.class);
        excluded.forEach(one -> byReason.computeIfAbsent(one.reason(), any -> new ArrayList<>())
                .add(one.indicator().value()));
        byReason.forEach((reason, ids) -> terminal.say(
                "compare.excluded", String.join(", ", ids), texts.of("compare.excluded." + reason.name())));
    }

    private SeriesPlan.Collector collector(ComparisonPlan plan, List<Indicator> wanted, Agreed agreed) {
        return SeriesPlan.of(plan.structure(), wanted, plan.level(), plan.population())
                .withBreaks(breaks())
                .newCollector(agreed);
    }

    /**
     * Returns a taker that passes all rows to the comparer, and those up to and including the requested period to
     * series.
     */
    private RowTaker taker(Collected collected) {
        if (collected.series().isEmpty()) {
            return collected.comparer();
        }
        return collected
                .comparer()
                .andThen(new RowsUntil(
                        collected.structure().timeIndex().orElseThrow(),
                        about().map(Period::lastDayInclusive),
                        collected.series().get()));
    }

    /** Returns the codes of a column to use instead of areas; those of organisations are only known from their rows. */
    private Optional<Groups> groups(FormatDefinition format, DeliverySet set, Organisations organised) {
        TableStructure structure = organised.with(format.ruleSet().structure());
        return by().map(name -> {
            List<String> known = Groups.comparable(structure);
            structure.dimensions().stream()
                    .filter(one ->
                            one instanceof Dimension.Place && one.name().value().equals(name))
                    .forEach(one -> {
                        throw texts.wrong("compare.byArea", name, level(((Dimension.Place) one).level()));
                    });
            if (!known.contains(name)) {
                throw texts.unknown("aggregate.noColumn", name, known);
            }
            Set<String> codes = new TreeSet<>(organised.gives(name) ? organised.codes(name) : Set.of());
            Optional<Codelist> list = codes(format, name);
            list.ifPresent(one -> codes.addAll(one.codes()));
            if (codes.isEmpty()) {
                int column = structure.dimensionIndex(ColumnName.of(name)).orElseThrow();
                set.read(new RowTaker() {
                    @Override
                    public void accept(Observation row) {
                        codes.add(row.code(column));
                    }

                    @Override
                    public void acceptTotal(OwnTotal total) {
                        codes.addAll(total.codes().get(column));
                    }
                });
            }
            return Groups.of(
                    structure,
                    ColumnName.of(name),
                    codes,
                    code -> list.flatMap(one -> one.find(code))
                            .map(item -> item.name().in(texts.language()))
                            .orElseGet(() -> organised.name(code)));
        });
    }

    /** Returns the title of the column to use instead of areas; an attribute of organisations has only a name. */
    private Optional<String> title(FormatDefinition format) {
        return by().map(name -> format.column(ColumnName.of(name))
                .map(column -> column.title().in(texts.language()))
                .orElse(name));
    }

    private static Optional<Codelist> codes(FormatDefinition format, String column) {
        return format.column(ColumnName.of(column))
                .flatMap(own -> own.rule().type() instanceof ColumnType.Code code
                        ? Optional.of(code.codes())
                        : Optional.empty());
    }

    private static String level(AreaLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(List<ColumnName> columns) {
        return columns.stream().map(ColumnName::value).toList();
    }

    private ComparisonPlan plan(
            FormatDefinition format, TableStructure structure, List<Indicator> wanted, Lookup lookup) {
        if (structure.place(level()).isEmpty()) {
            throw texts.wrong("compare.level.none", format.id(), level(level()));
        }
        Population inhabitants =
                by().isPresent() ? lookup.inhabitants().population() : population.of(structure, level(), lookup);
        ComparisonOptions wishes =
                options(research.options(Lookup.areas(structure), level())).withMissing(missing.policy(Map.of()));
        if (wishes.change().isPresent() && structure.reporterIndex().isEmpty()) {
            throw texts.wrong("compare.change.reporter", format.id());
        }
        ComparisonPlan plan = ComparisonPlan.of(structure, wanted, level(), inhabitants)
                .withConfidence(research.confidences().get(0))
                .withOptions(wishes);
        ComparisonPlan narrowed = plan.withWhere(where.read(format, structure));
        return about().map(narrowed::withPeriod).orElse(narrowed);
    }

    /** Returns the indicators whose meaning differs between versions among the files, and prints them. */
    private Map<IndicatorId, DefinitionDiff.Comparability> notComparable(
            List<Indicator> wanted, DeliverySet set, Lookup lookup) {
        Map<IndicatorId, DefinitionDiff.Comparability> not = set.notComparable(lookup.indicatorSets());
        DiffPage page = new DiffPage(terminal, terminal.err());
        for (Indicator indicator : wanted) {
            DefinitionDiff.Comparability judged = not.get(indicator.id());
            if (judged != null) {
                terminal.say("compare.notComparable", indicator.id(), page.reasonsInWords(judged));
            }
        }
        return not;
    }

    final List<Indicator> indicators(FormatDefinition format, DeliverySet set, Lookup lookup) {
        // the number of inhabitants of a group is not known
        List<Indicator> all = lookup.indicatorsFedBy(format, set).stream()
                .filter(one -> by().isEmpty() || !(one.formula() instanceof Formula.PopulationRate))
                .toList();
        if (named.isGiven()) {
            return named.among(all, lookup);
        }
        List<Indicator> core = lookup.coreOf(all);
        return all.stream()
                .filter(one -> core.isEmpty() || isShown(one, core.contains(one)))
                .toList();
    }
}
