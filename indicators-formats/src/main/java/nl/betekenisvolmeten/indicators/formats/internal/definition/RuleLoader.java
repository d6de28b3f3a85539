package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.PersonRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads a rule over several cells. */
public final class RuleLoader {

    /** The kinds of rule: the type of the rules of each, and how it is read. */
    private enum Kind {
        INSIDE(Rule.Inside.class, (loader, in) -> loader.ofTwo(in, "inner", "outer", Rule.Inside::new)),
        AT_MOST(Rule.AtMost.class, (loader, in) -> loader.ofTwo(in, "left", "right", Rule.AtMost::new)),
        ONLY_WITH(Rule.OnlyWith.class, (loader, in) -> loader.ofTwo(in, "left", "right", Rule.OnlyWith::new)),
        UNIQUE_KEY(Rule.UniqueKey.class, (loader, in) -> loader.ofColumns(in, Rule.UniqueKey::new)),
        WITHIN_POPULATION(Rule.WithinPopulation.class, RuleLoader::withinPopulation),
        NOT_TOGETHER(Rule.NotTogether.class, (loader, in) -> loader.ofPairs(in, Rule.NotTogether::new)),
        ONLY_TOGETHER(Rule.OnlyTogether.class, (loader, in) -> loader.ofPairs(in, Rule.OnlyTogether::new)),
        NOT_ALL_ZERO(Rule.NotAllZero.class, (loader, in) -> loader.ofColumns(in, Rule.NotAllZero::new)),
        BALANCE(BalanceRule.class, RuleLoader::balance),
        FILLED(Rule.Filled.class, RuleLoader::filled),
        WITHIN(Rule.Within.class, RuleLoader::within),
        SQUARES(PersonRule.Squares.class, RuleLoader::squares),
        ALL_FIRST(PersonRule.AllFirst.class, RuleLoader::allFirst);

        private final Class<? extends Rule> rules;

        @SuppressWarnings("ImmutableEnumChecker")
        private final BiFunction<RuleLoader, ObjectReader, Function<Verdict, Rule>> reader;

        Kind(Class<? extends Rule> rules, BiFunction<RuleLoader, ObjectReader, Function<Verdict, Rule>> reader) {
            this.rules = rules;
            this.reader = reader;
        }
    }

    /** Bounds beyond this are none. */
    private static final long LARGEST = 1_000_000_000_000L;

    private final FormatParts parts;
    private final Map<ColumnName, KnownCodes> codes = new TreeMap<>();

    /** A loader of rules over columns. */
    public RuleLoader(FormatParts parts, List<ColumnRule> columns) {
        this.parts = parts;
        columns.forEach(column -> codes.put(column.name(), KnownCodes.of(column.type())));
    }

    /** Returns the word by which a definition file names the kind of a rule. */
    public static String kind(Rule rule) {
        return Values.wordOf(rule, Kind.class, kind -> kind.rules);
    }

    /** Reads a rule. */
    public Optional<Rule> read(ObjectReader in) {
        return VerdictLoader.rule(in, Kind.class, kind -> kind.reader.apply(this, in));
    }

    private interface OfTwo {
        Rule make(Verdict verdict, ColumnName first, ColumnName second);
    }

    private interface OfPairs {
        Rule make(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs);
    }

    private Function<Verdict, Rule> ofTwo(ObjectReader in, String firstName, String secondName, OfTwo maker) {
        Optional<ColumnName> first = parts.column(in, firstName);
        Optional<ColumnName> second = parts.column(in, secondName);
        return verdict -> maker.make(verdict, first.orElseThrow(), second.orElseThrow());
    }

    private Function<Verdict, Rule> ofColumns(ObjectReader in, BiFunction<Verdict, List<ColumnName>, Rule> maker) {
        List<ColumnName> columns = parts.columns(in, "columns");
        return verdict -> maker.apply(verdict, columns);
    }

    private Function<Verdict, Rule> balance(ObjectReader in) {
        Optional<ColumnName> total = parts.column(in, "total");
        Optional<BalanceRule.Comparison> comparison = in.choice("comparison", BalanceRule.Comparison.class);
        List<ColumnName> plus = parts.columns(in, "plus");
        List<ColumnName> minus = parts.columns(in.ifGiven(), "minus");
        Optional<BalanceRule.Empty> empty =
                in.has("empty") ? in.choice("empty", BalanceRule.Empty.class) : Optional.empty();
        return verdict -> new BalanceRule(
                verdict,
                total.orElseThrow(),
                comparison.orElseThrow(),
                plus,
                minus,
                empty.orElse(BalanceRule.Empty.UNKNOWN));
    }

    private Function<Verdict, Rule> filled(ObjectReader in) {
        List<ColumnName> filled = parts.columns(in, "columns");
        Optional<Rule.Filled.Fill> fill = in.choice("fill", Rule.Filled.Fill.class);
        Optional<Rule.Filled.Where> where = in.objectIfGiven("where", this::where);
        return verdict -> new Rule.Filled(verdict, filled, fill.orElseThrow(), where);
    }

    private Optional<Rule.Filled.Where> where(ObjectReader in) {
        Optional<ColumnName> column = parts.column(in, "column");
        List<String> wanted = column.map(this::codes).orElse(KnownCodes.ANY).texts(in, "codes");
        return in.build(() -> new Rule.Filled.Where(column.orElseThrow(), new LinkedHashSet<>(wanted)));
    }

    private Function<Verdict, Rule> within(ObjectReader in) {
        Optional<ColumnName> column = parts.column(in, "column");
        Optional<Long> lower = in.whole("least", 0, LARGEST);
        Optional<Long> upper = in.whole("most", 0, LARGEST);
        return verdict -> new Rule.Within(verdict, column.orElseThrow(), lower.orElseThrow(), upper.orElseThrow());
    }

    private Function<Verdict, Rule> squares(ObjectReader in) {
        Optional<ColumnName> squares = parts.column(in, "squares");
        Optional<ColumnName> events = parts.column(in, "events");
        Optional<ColumnName> persons = parts.column(in, "persons");
        return verdict ->
                new PersonRule.Squares(verdict, squares.orElseThrow(), events.orElseThrow(), persons.orElseThrow());
    }

    private Function<Verdict, Rule> allFirst(ObjectReader in) {
        Optional<ColumnName> first = parts.column(in, "first");
        Optional<ColumnName> persons = parts.column(in, "persons");
        Optional<ColumnName> period = parts.column(in, "period");
        Optional<Rule.Filled.Where> where = in.object("where").flatMap(this::where);
        return verdict -> new PersonRule.AllFirst(
                verdict, first.orElseThrow(), persons.orElseThrow(), period.orElseThrow(), where.orElseThrow());
    }

    private Function<Verdict, Rule> withinPopulation(ObjectReader in) {
        Optional<ColumnName> persons = parts.column(in, "persons");
        Optional<ColumnName> area = parts.column(in, "area");
        // the name of an area is not an age, so it means all ages
        Optional<ColumnName> age = in.has("age") ? parts.column(in, "age") : area;
        Optional<Population> population = parts.populations().find(in, "population");
        return verdict -> new Rule.WithinPopulation(
                verdict, persons.orElseThrow(), area.orElseThrow(), age.orElseThrow(), population.orElseThrow());
    }

    private Function<Verdict, Rule> ofPairs(ObjectReader in, OfPairs maker) {
        Optional<ColumnName> left = parts.column(in, "left");
        Optional<ColumnName> right = parts.column(in, "right");
        KnownCodes keys = left.map(this::codes).orElse(KnownCodes.ANY);
        KnownCodes values = right.map(this::codes).orElse(KnownCodes.ANY);
        Map<String, Set<String>> pairs = new TreeMap<>();
        in.object("pairs")
                .ifPresent(inner -> inner.names().forEach(code -> {
                    keys.checkName(inner, code);
                    pairs.put(code, new LinkedHashSet<>(values.texts(inner, code)));
                }));
        return verdict -> maker.make(verdict, left.orElseThrow(), right.orElseThrow(), pairs);
    }

    /** Returns the codes of a column; any text if it has no list of codes, or its list could not be read. */
    private KnownCodes codes(ColumnName column) {
        return codes.getOrDefault(column, KnownCodes.ANY);
    }
}
