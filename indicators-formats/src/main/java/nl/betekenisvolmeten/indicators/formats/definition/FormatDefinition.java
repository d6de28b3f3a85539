package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * One version of a format, from which reader, validator and documentation are derived.
 *
 * @param id the format and its version
 * @param title its name
 * @param validity the periods for which it holds
 * @param provenance its sources and how official it is
 * @param columns its columns, in order
 * @param ruleSet its columns, checks and rules as the validator takes them
 * @param migrations how rows of earlier versions become rows of this one, by version; empty if not declared
 * @param readableFrom the first period whose rows may be read as this version after conversion; empty if no period
 *     before {@code validity} may
 * @param deliveryRules its rules about a delivery and the previous one
 * @param ownTotals the format whose rows its own rows are totals over; empty if they are not totals
 * @param handover to whom a delivery goes, and by when
 */
public record FormatDefinition(
        FormatId id,
        LocalizedText title,
        Validity validity,
        Provenance provenance,
        List<Column> columns,
        RuleSet ruleSet,
        List<Migration> migrations,
        Optional<Period> readableFrom,
        DeliveryRules deliveryRules,
        Optional<OwnTotals> ownTotals,
        Handover handover) {

    /**
     * To whom a delivery goes, and by when.
     *
     * @param recipients who gets it; none if the format does not say
     * @param dueAfterDays how many days after the end of its period it is due; empty if the format does not say
     */
    public record Handover(List<String> recipients, OptionalInt dueAfterDays) {

        /** A format that does not say. */
        public static final Handover NOT_STATED = new Handover(List.of(), OptionalInt.empty());

        public Handover {
            recipients = List.copyOf(recipients);
        }
    }

    /** The attribute of converted rows that names the version they were converted from, as ID@VERSION. */
    public static final ColumnName CONVERTED_FROM = ColumnName.of("omgezet_uit");

    private static final Verdict UNKNOWN_NUMBER = new Verdict(FindingCode.of("TF-V11"), Severity.WARNING);

    /**
     * @throws IllegalArgumentException if the rule set is of another format or other columns, or the rules over
     *     deliveries do not fit them
     */
    public FormatDefinition {
        columns = List.copyOf(columns);
        migrations = migrations instanceof Lazy.OfList ? migrations : List.copyOf(migrations);
        if (!ruleSet.id().equals(id)
                || !ruleSet.columns().equals(columns.stream().map(Column::rule).toList())) {
            throw new IllegalArgumentException("rule set must have the id and columns of " + id + ": " + ruleSet.id());
        }
        deliveryRules.checkedFor(ruleSet);
    }

    /**
     * Returns the first period whose rows may be read as this version after conversion: the stated one, or that of the
     * oldest version whose rows may become rows of this one.
     *
     * @return the period; empty if no period before {@link #validity} may
     */
    @Override
    public Optional<Period> readableFrom() {
        return readableFrom.or(() -> migrations.stream()
                .map(Migration::from)
                .flatMap(from -> from.readableFrom().or(() -> from.validity().from()).stream())
                .min(Comparator.comparing(Period::firstDay)));
    }

    /** Returns this format for other known areas. */
    FormatDefinition withAreas(Catalogue<String, Definitions.AreaList> known) {
        List<Column> own = withAreas(columns, known);
        if (own.equals(columns)) {
            return this;
        }
        RuleSet rules = new RuleSet(id, own.stream().map(Column::rule).toList(), ruleSet.rules(), ruleSet.verdicts());
        List<Migration> from = migrations.stream()
                .map(migration -> new Migration(migration.from().withAreas(known), migration.steps()))
                .toList();
        return new FormatDefinition(
                id, title, validity, provenance, own, rules, from, readableFrom, deliveryRules, ownTotals, handover);
    }

    /** Returns columns for other known areas: a column whose codes are those of all areas takes these. */
    static List<Column> withAreas(List<Column> columns, Catalogue<String, Definitions.AreaList> known) {
        if (columns.stream().noneMatch(column -> isOfAreas(column.rule()))) {
            return columns;
        }
        List<AreaHierarchy> areas =
                known.all().stream().map(Definitions.AreaList::hierarchy).toList();
        return columns.stream()
                .map(column -> column.with(withAreas(column.rule(), areas)))
                .toList();
    }

    private static boolean isOfAreas(ColumnRule rule) {
        return rule.type() instanceof ColumnType.Code code && code.codes().isOfAreas();
    }

    private static ColumnRule withAreas(ColumnRule rule, List<AreaHierarchy> areas) {
        return isOfAreas(rule) && rule.type() instanceof ColumnType.Code code
                ? rule.withType(new ColumnType.Code(code.codes().withAreas(areas), code.whenEmpty()))
                : rule;
    }

    /**
     * Returns the earlier versions whose rows can be converted to this version in declared steps.
     *
     * @return the versions; each comes before those that it builds on itself
     */
    public List<FormatDefinition> earlierVersions() {
        List<FormatDefinition> earlier = new ArrayList<>();
        for (int i = migrations.size() - 1; i >= 0; i--) {
            earlier.add(migrations.get(i).from());
            earlier.addAll(migrations.get(i).from().earlierVersions());
        }
        return earlier;
    }

    /**
     * Returns what this version asks of rows that were converted from an earlier one: they keep their period, and
     * numbers of persons that nobody knows in this version are empty.
     *
     * @return its columns, checks and rules for such rows
     */
    public RuleSet convertedRules() {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(ruleSet.verdicts());
        verdicts.putIfAbsent(RuleSet.CellCheck.EXPECTED, UNKNOWN_NUMBER);
        return new RuleSet(id, ruleSet.columns().stream().map(this::converted).toList(), ruleSet.rules(), verdicts);
    }

    private ColumnRule converted(ColumnRule rule) {
        Optional<Period> first = readableFrom();
        if (rule.type() instanceof ColumnType.Time time && first.isPresent()) {
            Period from = first.get();
            Validity readable =
                    time.validity().to().map(to -> Validity.between(from, to)).orElseGet(() -> Validity.since(from));
            return rule.withType(time.withValidity(readable));
        }
        return rule.part() instanceof ColumnRule.Part.OfMeasure of && of.measure() instanceof Measure.Distinct
                ? new ColumnRule(rule.name(), rule.type(), rule.required(), true, rule.part())
                : rule;
    }

    /**
     * Returns the names of the columns: the header of a delivery.
     *
     * @return the names, in the order of the columns
     */
    public List<String> header() {
        return columns.stream().map(column -> column.name().value()).toList();
    }

    /**
     * Returns the columns that hold numbers.
     *
     * @return their names
     */
    public Set<String> numbers() {
        return columns.stream()
                .filter(column -> column.rule().type().decimals().isPresent())
                .map(column -> column.name().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns a column.
     *
     * @param name the column
     * @return the column, or empty if there is none of that name
     */
    public Optional<Column> column(ColumnName name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * Returns the rule that says which columns identify a row.
     *
     * @return the rule, or empty when rows may be alike
     */
    public Optional<Rule.UniqueKey> key() {
        return ruleSet.rules().stream()
                .filter(Rule.UniqueKey.class::isInstance)
                .map(Rule.UniqueKey.class::cast)
                .findFirst();
    }

    /**
     * Returns the places of the columns that identify a row.
     *
     * @return their indexes in {@link #columns}, in the order of the rule; none when rows may be alike
     */
    public List<Integer> keyIndexes() {
        return key().stream()
                .flatMap(rule -> rule.columns().stream())
                .map(column -> ruleSet.index(column).orElseThrow())
                .toList();
    }

    /**
     * Returns the columns that a file must have.
     *
     * @return their names
     */
    public Set<ColumnName> requiredColumns() {
        return columns.stream()
                .filter(column -> column.rule().required())
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    /**
     * Returns this format as it is on an empty form: without the columns that only programs fill and the rules about
     * them.
     *
     * @return the format; this one if all its columns are on the form
     */
    public FormatDefinition onForm() {
        List<Column> shown = columns.stream().filter(Column::onForm).toList();
        if (shown.size() == columns.size()) {
            return this;
        }
        List<ColumnRule> cells = shown.stream().map(Column::rule).toList();
        Set<ColumnName> names = new HashSet<>();
        shown.forEach(column -> names.add(column.name()));
        List<Rule> rules = ruleSet.rules().stream()
                .filter(rule -> names.containsAll(rule.columns()))
                .toList();
        return new FormatDefinition(
                id,
                title,
                validity,
                provenance,
                shown,
                new RuleSet(id, cells, rules, ruleSet.verdicts()),
                List.of(),
                Optional.empty(),
                DeliveryRules.none(),
                Optional.empty(),
                handover);
    }

    /**
     * Declares that rows are totals that organisations count themselves, over the rows of another format.
     *
     * @param of the other format
     * @param column the column that distinguishes a total of everything from a total of one thing, such as an activity
     * @param all its text in a total of everything
     */
    public record OwnTotals(FormatDefinition of, ColumnName column, String all) {}

    /**
     * What identifies a format by its header: known without reading the whole definition.
     *
     * @param id the format and its version
     * @param columns the names of its columns, in order
     * @param required those that a file must have
     */
    public record Outline(FormatId id, List<ColumnName> columns, Set<ColumnName> required) {

        /** @throws IllegalArgumentException if a required column is not one of the columns */
        public Outline {
            columns = List.copyOf(columns);
            required = Set.copyOf(required);
            if (!columns.containsAll(required)) {
                throw new IllegalArgumentException("required columns must be columns of " + id + ": " + required);
            }
        }

        /**
         * Returns the outline of a definition.
         *
         * @param format the definition
         * @return its outline
         */
        public static Outline from(FormatDefinition format) {
            return new Outline(
                    format.id(), format.columns().stream().map(Column::name).toList(), format.requiredColumns());
        }

        /** Returns the outline written by {@link #line}. */
        static Outline parse(String line) {
            String[] words = line.split(" ", -1);
            List<ColumnName> columns = new ArrayList<>();
            Set<ColumnName> required = new LinkedHashSet<>();
            for (int i = 1; i < words.length; i++) {
                boolean needed = words[i].endsWith("!");
                ColumnName name = ColumnName.of(needed ? words[i].substring(0, words[i].length() - 1) : words[i]);
                columns.add(name);
                if (needed) {
                    required.add(name);
                }
            }
            FormatId id = FormatId.parse(words[0])
                    .orElseThrow(() -> new IllegalArgumentException("not a format: '" + words[0] + "'"));
            return new Outline(id, columns, required);
        }

        /** Returns this outline as one line: the id, then the columns, each required one with an exclamation mark. */
        String line() {
            StringBuilder line = new StringBuilder(id.toString());
            for (ColumnName column : columns) {
                line.append(' ').append(column).append(required.contains(column) ? "!" : "");
            }
            return line.toString();
        }
    }
}
