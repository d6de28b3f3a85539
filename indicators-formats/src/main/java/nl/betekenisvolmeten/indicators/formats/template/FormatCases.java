package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Case;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.Expected;
import nl.betekenisvolmeten.indicators.formats.template.ConformanceKit.File;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** The cases of one format: each is two good rows with the second one changed. */
final class FormatCases {

    private final FormatDefinition format;
    private final List<Case> cases = new ArrayList<>();
    private final List<Case> deliveries = new ArrayList<>();
    private final Set<FindingCode> notBroken = new TreeSet<>();
    private final Set<String> files = new HashSet<>();

    private FormatCases(FormatDefinition format) {
        this.format = format;
    }

    static FormatCases of(FormatDefinition format) {
        FormatCases cases = new FormatCases(format);
        GoodRows rows = new GoodRows(format);
        Optional<SampleRow> first = rows.first();
        Optional<SampleRow> second = first.flatMap(rows::second);
        if (first.isPresent() && second.isPresent()) {
            cases.add(first.get(), second.get());
            cases.deliveries.addAll(new CarrierCases(format).cases(first.get(), second.get()));
            cases.deliveries.addAll(new PreviousCases(format, rows).cases(first.get(), second.get()));
        } else {
            cases.codes().forEach(cases.notBroken::add);
        }
        return cases;
    }

    List<Case> cases() {
        return List.copyOf(cases);
    }

    /** Returns the deliveries that consist of more than a text. */
    List<Case> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Returns the codes for which neither kind of delivery fails. */
    Set<FindingCode> nowhereBroken() {
        Set<FindingCode> codes = new TreeSet<>(notBroken);
        format.deliveryRules().rules().forEach(rule -> codes.add(rule.verdict().code()));
        deliveries.stream()
                .flatMap(item -> item.expected().stream())
                .forEach(expected -> codes.remove(expected.code()));
        return codes;
    }

    /** Returns the codes for which no failing text could be made. */
    Set<FindingCode> notBroken() {
        return Set.copyOf(notBroken);
    }

    private Set<FindingCode> codes() {
        Set<FindingCode> codes = new TreeSet<>();
        format.ruleSet().verdicts().values().forEach(verdict -> codes.add(verdict.code()));
        format.ruleSet().rules().forEach(rule -> codes.add(rule.verdict().code()));
        return codes;
    }

    private void add(SampleRow first, SampleRow second) {
        for (FindingCode code : codes()) {
            add(code + "-pass", List.of(first, second), List.of(), 2);
        }
        for (Map.Entry<RuleSet.CellCheck, Verdict> check :
                format.ruleSet().verdicts().entrySet()) {
            format.columns().forEach(column -> addCell(check.getKey(), check.getValue(), column, first, second));
        }
        RuleBreaks breaks = new RuleBreaks(format);
        for (Rule rule : format.ruleSet().rules()) {
            Optional<SampleRow> broken =
                    rule instanceof Rule.UniqueKey ? Optional.of(first) : breaks.broken(rule, second);
            broken.ifPresent(row -> addRule(rule, breaks, first, row));
        }
        Set<String> failing = cases.stream()
                .flatMap(item -> item.expected().stream())
                .map(expected -> expected.code().value())
                .collect(Collectors.toSet());
        codes().stream().filter(code -> !failing.contains(code.value())).forEach(notBroken::add);
        cases.addAll(new FileCases(format).cases(first, second));
    }

    private void addCell(RuleSet.CellCheck check, Verdict verdict, Column column, SampleRow first, SampleRow second) {
        boolean dimension = column.rule().part() instanceof ColumnRule.Part.OfDimension;
        boolean hasValue = check.compareTo(RuleSet.CellCheck.NO_PERSONAL_DATA) >= 0;
        if (dimension && !hasValue && verdict.severity() != Severity.ERROR) {
            return;
        }
        SampleRow row = second;
        Optional<String> text = CellBreaks.text(check, column, row.text(column.name()));
        if (text.isEmpty() && check == RuleSet.CellCheck.CODE_NOT_NAME) {
            row = withNamedCode(column, second);
            text = CellBreaks.text(check, column, row.text(column.name()));
        }
        if (text.isPresent()) {
            List<SampleRow> rows = List.of(first, row.with(column.name(), text.get()));
            addFailing(verdict, column.name(), rows, Expected.inCell(verdict, column.name()));
        }
    }

    /** Returns the row with a code whose name is not a spelling of a code, if that breaks no rule. */
    private SampleRow withNamedCode(Column column, SampleRow row) {
        RowFacts facts = new RowFacts(format);
        return CellBreaks.otherCodes(column.rule().type()).stream()
                .map(code -> row.with(column.name(), code))
                .filter(changed -> facts.broken(changed).isEmpty())
                .findFirst()
                .orElse(row);
    }

    private void addRule(Rule rule, RuleBreaks breaks, SampleRow first, SampleRow broken) {
        Expected expected = breaks.column(rule, broken)
                .map(column -> Expected.inCell(rule.verdict(), column))
                .orElseGet(() -> Expected.inRow(rule.verdict()));
        addFailing(rule.verdict(), rule.columns().get(0), List.of(first, broken), expected);
    }

    private void addFailing(Verdict verdict, ColumnName about, List<SampleRow> rows, Expected expected) {
        int accepted = verdict.severity() == Severity.ERROR ? 1 : 2;
        String name = verdict.code() + "-fail-"
                + about.value().toLowerCase(Locale.ROOT).replace('_', '-');
        add(name, rows, List.of(expected), accepted);
    }

    private void add(String name, List<SampleRow> rows, List<Expected> expected, int accepted) {
        String file = name;
        for (int i = 2; !files.add(file); i++) {
            file = name + "-" + i;
        }
        cases.add(Case.of(format, File.of(file + ".csv", CsvText.of(format, rows)), expected, accepted));
    }
}
