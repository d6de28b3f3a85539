package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * A format's rules as SQL for a table of texts {@code d} with a row number {@code r}: a fair peer that reads the agreed
 * notation only. Texts are not searched for personal data, and nobody's inhabitants are looked up: SQL has it easier.
 */
final class RulesAsSql {

    private static final Set<String> FIRST_QUARTERS = Set.of("KW01", "KW02", "KW03", "KW04");

    private final RuleSet rules;

    RulesAsSql(FormatDefinition format) {
        rules = format.ruleSet();
    }

    /** Every finding as {@code row, code, column}. */
    String findings() {
        String all = Stream.concat(cells(), rows())
                .map(test -> "CASE WHEN " + test + " END")
                .collect(Collectors.joining(",\n  "));
        return "CREATE OR REPLACE TABLE f AS SELECT r, unnest(list_filter([\n  " + all
                + "], lambda x: x IS NOT NULL)) AS what FROM d";
    }

    /** Rows that stand twice, beyond the first; rows of which the key is in order. */
    String duplicates() {
        Rule.UniqueKey key = rules.rules().stream()
                .filter(Rule.UniqueKey.class::isInstance)
                .map(Rule.UniqueKey.class::cast)
                .findFirst()
                .orElseThrow();
        String columns = key.columns().stream().map(ColumnName::value).collect(Collectors.joining(", "));
        return "INSERT INTO f SELECT r, '" + key.verdict().code()
                + ";' FROM (SELECT r, row_number() OVER (PARTITION BY " + columns
                + " ORDER BY r) AS n FROM d WHERE r NOT IN (SELECT r FROM f)) WHERE n > 1";
    }

    /** The sums of all measures of rows without a finding. */
    String sums(String... by) {
        String keys = String.join(", ", by);
        String sums = rules.columns().stream()
                .filter(column -> column.type().decimals().isPresent())
                .map(column -> "sum(" + number(column.name()) + ") AS " + column.name())
                .collect(Collectors.joining(", "));
        return "SELECT " + keys + ", count(*), " + sums + " FROM d WHERE r NOT IN (SELECT r FROM f) GROUP BY " + keys
                + " ORDER BY " + keys;
    }

    private Stream<String> cells() {
        return rules.columns().stream().flatMap(this::cell);
    }

    private Stream<String> cell(ColumnRule column) {
        String name = column.name().value();
        List<String> tests = new ArrayList<>();
        if (column.required()) {
            tests.add(name + " IS NULL THEN " + what(RuleSet.CellCheck.REQUIRED, name));
        }
        ColumnType type = column.type();
        if (type instanceof ColumnType.Count count) {
            tests.add("regexp_matches(" + name + ", '^-[0-9]+$') THEN " + what(RuleSet.CellCheck.NOT_NEGATIVE, name));
            tests.add(name + " IS NOT NULL AND NOT regexp_matches(" + name + ", '^-?[0-9]{1,15}$') THEN "
                    + what(RuleSet.CellCheck.WHOLE_NUMBER, name));
            tests.add(number(column.name()) + " > " + count.maximum() + " THEN "
                    + what(RuleSet.CellCheck.POSSIBLE_NUMBER, name));
        } else if (type instanceof ColumnType.Quantity quantity) {
            tests.add(String.format(
                    Locale.ROOT,
                    "%s IS NOT NULL AND NOT regexp_matches(%s, '^[0-9]+(,[0-9]{1,%d})?$') THEN %s",
                    name,
                    name,
                    quantity.scale(),
                    what(RuleSet.CellCheck.DECIMAL_NUMBER, name)));
        } else if (type instanceof ColumnType.Text text) {
            tests.add(
                    "length(" + name + ") > " + text.maximumLength() + " THEN " + what(RuleSet.CellCheck.LENGTH, name));
            tests.add("regexp_matches(" + name + ", '^[=+@-]') THEN " + what(RuleSet.CellCheck.NO_FORMULA, name));
        } else {
            tests.add(unknown(type, name));
        }
        return tests.stream();
    }

    private String unknown(ColumnType type, String name) {
        if (type instanceof ColumnType.Kvk) {
            return "NOT regexp_matches(" + name + ", '^[0-9]{8}$') THEN " + what(RuleSet.CellCheck.KVK_NUMBER, name);
        }
        RuleSet.CellCheck check =
                type instanceof ColumnType.Time ? RuleSet.CellCheck.PERIOD : RuleSet.CellCheck.KNOWN_CODE;
        return name + " NOT IN (" + codes(type) + ") THEN " + what(check, name);
    }

    private static String codes(ColumnType type) {
        Stream<String> codes;
        if (type instanceof ColumnType.Code list) {
            codes = list.codes().items().stream().map(Codelist.Item::code);
        } else if (type instanceof ColumnType.Place place) {
            codes = place.areas().areas(place.level()).stream()
                    .map(area -> place.byName() ? area.name() : area.code().value());
        } else {
            Period first = ((ColumnType.Time) type).validity().from().orElseThrow();
            codes = FIRST_QUARTERS.stream()
                    .map(quarter -> first.year() + quarter)
                    .sorted();
        }
        return codes.map(RulesAsSql::quoted).collect(Collectors.joining(","));
    }

    private Stream<String> rows() {
        return rules.rules().stream().flatMap(rule -> {
            String test = row(rule);
            return test.isEmpty() ? Stream.empty() : Stream.of(test);
        });
    }

    private String row(Rule rule) {
        if (rule instanceof Rule.AtMost atMost) {
            return number(atMost.left()) + " > " + number(atMost.right()) + then(rule, atMost.left());
        }
        if (rule instanceof Rule.OnlyWith onlyWith) {
            return number(onlyWith.left()) + " > 0 AND " + number(onlyWith.right()) + " = 0"
                    + then(rule, onlyWith.left());
        }
        if (rule instanceof Rule.Inside inside) {
            return "(" + inside.inner() + " || ' ' || " + inside.outer() + ") NOT IN (" + pairs(inside) + ") AND "
                    + inside.inner() + " IN (" + codes(type(inside.inner())) + ")" + then(rule, inside.inner());
        }
        if (rule instanceof Rule.NotTogether notTogether) {
            return notTogether.pairs().entrySet().stream()
                            .map(pair -> notTogether.left() + " = " + quoted(pair.getKey()) + " AND "
                                    + notTogether.right() + " IN ("
                                    + pair.getValue().stream()
                                            .sorted()
                                            .map(RulesAsSql::quoted)
                                            .collect(Collectors.joining(","))
                                    + ")")
                            .collect(Collectors.joining(" OR "))
                    + then(rule, notTogether.left());
        }
        return "";
    }

    private String pairs(Rule.Inside inside) {
        ColumnType.Place inner = (ColumnType.Place) type(inside.inner());
        ColumnType.Place outer = (ColumnType.Place) type(inside.outer());
        return inner.areas().areas(inner.level()).stream()
                .flatMap(area -> inner.areas().ancestor(area.code(), outer.level()).stream()
                        .map(above -> area.code().value() + " " + name(inner, above)))
                .map(RulesAsSql::quoted)
                .collect(Collectors.joining(","));
    }

    private static String name(ColumnType.Place place, AreaCode code) {
        return place.areas().find(code).orElseThrow().name();
    }

    private ColumnType type(ColumnName column) {
        return rules.columns().get(rules.index(column).orElseThrow()).type();
    }

    private static String number(ColumnName column) {
        // a rule over cells counts only where each of them is in order
        return "CASE WHEN " + column + " LIKE '-%' THEN NULL ELSE try_cast(replace(" + column
                + ", ',', '.') AS DECIMAL(18, 2)) END";
    }

    private static String then(Rule rule, ColumnName column) {
        return " THEN '" + rule.verdict().code() + ";" + column + "'";
    }

    private String what(RuleSet.CellCheck check, String column) {
        return "'" + rules.verdict(check).code() + ";" + column + "'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
