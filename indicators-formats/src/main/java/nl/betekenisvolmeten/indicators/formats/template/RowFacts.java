package nl.betekenisvolmeten.indicators.formats.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleCheck;

/** Whether a sample row, whose cells are all well written, keeps the rules of its format. */
final class RowFacts {

    private final FormatDefinition format;
    private final Map<Rule, RuleCheck> checks = new LinkedHashMap<>();

    RowFacts(FormatDefinition format) {
        this.format = format;
        format.ruleSet()
                .rules()
                .forEach(rule -> checks.put(rule, rule.on(format.ruleSet().columns())));
    }

    /** Returns the rules that a row breaks by itself; keys concern several rows. */
    List<Rule> broken(SampleRow row) {
        return format.ruleSet().rules().stream()
                .filter(rule -> !keeps(rule, row))
                .toList();
    }

    /** Returns whether a row satisfies a rule of the format. */
    boolean keeps(Rule rule, SampleRow row) {
        return breach(rule, row).isEmpty();
    }

    /** Returns how a row breaks a rule of the format; empty if it does not. */
    Optional<RuleCheck.Breach> breach(Rule rule, SampleRow row) {
        return Objects.requireNonNull(checks.get(rule)).check(new SampleCells(format, row));
    }

    /** Returns the number of inhabitants of the row's area and age; empty if not known. */
    OptionalLong limit(Rule.WithinPopulation rule, SampleRow row) {
        AreaCode area = code(place(rule.area()), row.text(rule.area()));
        return rule.population().atMost(area, row.text(rule.age()));
    }

    private static AreaCode code(ColumnType.Place place, String text) {
        return place.areas().areas(place.level()).stream()
                .filter(area -> place.text(area).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area '" + text + "'"))
                .code();
    }

    ColumnType.Place place(ColumnName column) {
        if (type(column) instanceof ColumnType.Place place) {
            return place;
        }
        throw new IllegalArgumentException("no areas in column " + column);
    }

    ColumnType type(ColumnName column) {
        return format.column(column).orElseThrow().rule().type();
    }

    /** A sample row as its rules see it. Its numbers are whole. */
    private record SampleCells(FormatDefinition format, SampleRow row) implements RuleCheck.Cells {

        private ColumnRule column(int index) {
            return format.ruleSet().columns().get(index);
        }

        @Override
        public boolean passed(int column) {
            return true;
        }

        @Override
        public boolean hasValue(int column) {
            return !text(column).isEmpty();
        }

        @Override
        public String text(int column) {
            return row.text(column(column).name());
        }

        @Override
        public long number(int column) {
            int decimals = column(column).type().decimals().orElseThrow();
            return new BigDecimal(text(column)).movePointRight(decimals).longValueExact();
        }
    }
}
