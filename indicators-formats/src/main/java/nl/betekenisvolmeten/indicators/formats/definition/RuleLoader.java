package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FilledRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads a rule over several cells. */
final class RuleLoader {

    private enum Kind {
        INSIDE,
        AT_MOST,
        ONLY_WITH,
        UNIQUE_KEY,
        WITHIN_POPULATION,
        NOT_TOGETHER,
        ONLY_TOGETHER,
        NOT_ALL_ZERO,
        BALANCE,
        FILLED,
        WITHIN
    }

    /** Bounds beyond this are none. */
    private static final long LARGEST = 1_000_000_000_000L;

    private final FormatParts parts;
    private final Map<ColumnName, Codelist> codes = new TreeMap<>();

    RuleLoader(FormatParts parts, List<Column> columns) {
        this.parts = parts;
        for (Column column : columns) {
            if (column.rule().type() instanceof ColumnType.Code code) {
                codes.put(column.name(), code.codes());
            }
        }
    }

    /** The codes of a list, in order. */
    static List<String> codes(Codelist list) {
        return list.items().stream().map(Codelist.Item::code).toList();
    }

    Optional<Rule> read(ObjectReader in) {
        Optional<Verdict> verdict = VerdictLoader.part(in);
        return in.choice("kind", Kind.class).flatMap(kind -> switch (kind) {
            case INSIDE -> pair(in, "inner", "outer", verdict, Rule.Inside::new);
            case AT_MOST -> pair(in, "left", "right", verdict, Rule.AtMost::new);
            case ONLY_WITH -> pair(in, "left", "right", verdict, Rule.OnlyWith::new);
            case UNIQUE_KEY -> ofColumns(in, verdict, Rule.UniqueKey::new);
            case NOT_ALL_ZERO -> ofColumns(in, verdict, Rule.NotAllZero::new);
            case BALANCE -> balance(in, verdict);
            case FILLED -> filled(in, verdict);
            case WITHIN -> within(in, verdict);
            case WITHIN_POPULATION -> withinPopulation(in, verdict);
            case NOT_TOGETHER -> ofPairs(in, verdict, Rule.NotTogether::new);
            case ONLY_TOGETHER -> ofPairs(in, verdict, Rule.OnlyTogether::new);
        });
    }

    private interface OfTwo {
        Rule make(Verdict verdict, ColumnName first, ColumnName second);
    }

    private interface OfMany {
        Rule make(Verdict verdict, List<ColumnName> columns);
    }

    private Optional<Rule> pair(
            ObjectReader in, String firstName, String secondName, Optional<Verdict> verdict, OfTwo maker) {
        Optional<ColumnName> first = parts.column(in, firstName);
        Optional<ColumnName> second = parts.column(in, secondName);
        return in.build(() -> maker.make(verdict.orElseThrow(), first.orElseThrow(), second.orElseThrow()));
    }

    private Optional<Rule> ofColumns(ObjectReader in, Optional<Verdict> verdict, OfMany maker) {
        List<ColumnName> columns = parts.columns(in, "columns", in.differentTexts("columns"));
        return in.build(() -> maker.make(verdict.orElseThrow(), columns));
    }

    private Optional<Rule> balance(ObjectReader in, Optional<Verdict> verdict) {
        Optional<ColumnName> total = parts.column(in, "total");
        Optional<BalanceRule.Comparison> comparison = in.choice("comparison", BalanceRule.Comparison.class);
        List<ColumnName> plus = parts.columns(in, "plus", in.differentTexts("plus"));
        List<ColumnName> minus = parts.columns(in, "minus", in.differentTextsIfGiven("minus"));
        BalanceRule.Empty empty = in.has("empty")
                ? in.choice("empty", BalanceRule.Empty.class).orElse(BalanceRule.Empty.UNKNOWN)
                : BalanceRule.Empty.UNKNOWN;
        return in.build(() -> new BalanceRule(
                verdict.orElseThrow(), total.orElseThrow(), comparison.orElseThrow(), plus, minus, empty));
    }

    private Optional<Rule> filled(ObjectReader in, Optional<Verdict> verdict) {
        List<ColumnName> filled = parts.columns(in, "columns", in.differentTexts("columns"));
        Optional<FilledRule.Fill> fill = in.choice("fill", FilledRule.Fill.class);
        Optional<FilledRule.Where> where = in.has("where") ? in.object("where").flatMap(this::where) : Optional.empty();
        return in.build(() -> new FilledRule(verdict.orElseThrow(), filled, fill.orElseThrow(), where));
    }

    private Optional<FilledRule.Where> where(ObjectReader in) {
        Optional<ColumnName> column = parts.column(in, "column");
        List<Json.Text> wanted = in.differentTexts("codes");
        codelist(column)
                .ifPresent(list -> wanted.stream()
                        .filter(code -> !list.contains(code.value()))
                        .forEach(code -> in.scope().notFound(code, "codes", codes(list))));
        return in.build(() -> new FilledRule.Where(column.orElseThrow(), new LinkedHashSet<>(Values.strings(wanted))));
    }

    private Optional<Rule> within(ObjectReader in, Optional<Verdict> verdict) {
        Optional<ColumnName> column = parts.column(in, "column");
        Optional<Long> least = in.whole("least", 0, LARGEST);
        Optional<Long> most = in.whole("most", 0, LARGEST);
        return in.build(() ->
                new Rule.Within(verdict.orElseThrow(), column.orElseThrow(), least.orElseThrow(), most.orElseThrow()));
    }

    private Optional<Rule> withinPopulation(ObjectReader in, Optional<Verdict> verdict) {
        Optional<ColumnName> persons = parts.column(in, "persons");
        Optional<ColumnName> area = parts.column(in, "area");
        Optional<ColumnName> age = parts.column(in, "age");
        Optional<PopulationList> population =
                in.reference("population", parts.definitions().populations());
        return in.build(() -> new Rule.WithinPopulation(
                verdict.orElseThrow(),
                persons.orElseThrow(),
                area.orElseThrow(),
                age.orElseThrow(),
                population.orElseThrow().population()));
    }

    private interface OfPairs {
        Rule make(Verdict verdict, ColumnName left, ColumnName right, Map<String, Set<String>> pairs);
    }

    private Optional<Rule> ofPairs(ObjectReader in, Optional<Verdict> verdict, OfPairs maker) {
        Optional<ColumnName> left = parts.column(in, "left");
        Optional<ColumnName> right = parts.column(in, "right");
        Map<String, Set<String>> pairs = new TreeMap<>();
        in.object("pairs").ifPresent(inner -> pairs.putAll(pairs(inner, codelist(left), codelist(right))));
        return in.build(() -> maker.make(verdict.orElseThrow(), left.orElseThrow(), right.orElseThrow(), pairs));
    }

    /** The code list of a column; empty when it has none or could not be read, and codes cannot be looked up. */
    private Optional<Codelist> codelist(Optional<ColumnName> column) {
        return column.flatMap(name -> Optional.ofNullable(codes.get(name)));
    }

    private static Map<String, Set<String>> pairs(ObjectReader in, Optional<Codelist> left, Optional<Codelist> right) {
        List<String> leftCodes = left.map(RuleLoader::codes).orElse(List.of());
        List<String> rightCodes = right.map(RuleLoader::codes).orElse(List.of());
        Map<String, Set<String>> pairs = new TreeMap<>();
        for (String code : in.names()) {
            if (left.filter(list -> !list.contains(code)).isPresent()) {
                in.scope().nameNotFound(code, leftCodes);
            }
            List<Json.Text> others = in.differentTexts(code);
            others.stream()
                    .filter(other ->
                            right.filter(list -> !list.contains(other.value())).isPresent())
                    .forEach(other -> in.scope().notFound(other, code, rightCodes));
            pairs.put(code, new LinkedHashSet<>(Values.strings(others)));
        }
        return pairs;
    }
}
