package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.CodelistItem;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** A small format of caseloads, to try rules on. */
final class Cases {

    static final ColumnName PERIODE = ColumnName.of("periode");
    static final ColumnName VORM = ColumnName.of("vorm");
    static final ColumnName BEGIN = ColumnName.of("begin");
    static final ColumnName OPGESTART = ColumnName.of("opgestart");
    static final ColumnName AFGESLOTEN = ColumnName.of("afgesloten");
    static final ColumnName EIND = ColumnName.of("eind");
    static final ColumnName DAGEN = ColumnName.of("dagen");
    static final ColumnName OPMERKING = ColumnName.of("opmerking");

    static final Codelist VORMEN = Codelist.of("vorm", text("Vorm"), List.of(item("KORT"), item("LANG"), item("GEEN")));

    static final List<ColumnRule> COLUMNS = List.of(
            new ColumnRule(
                    PERIODE,
                    new ColumnType.Time(PeriodKind.QUARTER, Validity.always()),
                    true,
                    new ColumnRule.Part.OfDimension(new Dimension.Time(PERIODE))),
            new ColumnRule(
                    VORM,
                    new ColumnType.Code(VORMEN),
                    true,
                    new ColumnRule.Part.OfDimension(Dimension.Category.of(VORM))),
            count(BEGIN),
            count(OPGESTART),
            count(AFGESLOTEN),
            count(EIND),
            new ColumnRule(
                    DAGEN,
                    new ColumnType.Quantity(1, 10_000),
                    false,
                    new ColumnRule.Part.OfMeasure(new Measure.Mean(DAGEN, 1, AFGESLOTEN))),
            new ColumnRule(OPMERKING, new ColumnType.Text(40), false, new ColumnRule.Part.OfAttribute()));

    private Cases() {}

    private static LocalizedText text(String nl) {
        return LocalizedText.of(nl, nl);
    }

    private static CodelistItem item(String code) {
        return new CodelistItem(code, text(code), List.of());
    }

    private static ColumnRule count(ColumnName name) {
        return new ColumnRule(
                name, new ColumnType.Count(1_000_000), false, new ColumnRule.Part.OfMeasure(new Measure.Flow(name, 0)));
    }

    static RuleSet rules(Rule... rules) {
        return new RuleSet(FormatId.of("test", "1"), COLUMNS, List.of(rules), Forms.verdicts());
    }

    static Verdict verdict() {
        return Forms.verdict("TF-R01", Severity.ERROR);
    }

    /** What a rule finds in a row of cells, in the columns' order; cells at the end may be left out. */
    static List<Finding> findings(Rule rule, String... cells) {
        Map<ColumnName, String> row = new java.util.TreeMap<>();
        IntStream.range(0, cells.length).forEach(i -> row.put(COLUMNS.get(i).name(), cells[i]));
        return Validator.of(rules(rule)).check(row);
    }

    static List<String> summary(Rule rule, String... cells) {
        return Forms.summary(findings(rule, cells));
    }

    /** Rows that are good, of a format without rules. */
    static List<CheckedRow> checked(String[]... rows) {
        List<CheckedRow> checked = new ArrayList<>();
        ValidationRun run = Validator.of(rules())
                .start(Location.of("test.csv"), any -> {}, any -> {})
                .withRows(checked::add);
        long number = 1;
        for (String[] row : rows) {
            run.row(++number, row);
        }
        return checked;
    }

    static Rule.Filled filled(Rule.Filled.Fill fill, ColumnName... columns) {
        return new Rule.Filled(verdict(), List.of(columns), fill, java.util.Optional.empty());
    }

    static Rule.Filled filledWhere(Rule.Filled.Fill fill, Set<String> forms, ColumnName... columns) {
        return new Rule.Filled(
                verdict(), List.of(columns), fill, java.util.Optional.of(new Rule.Filled.Where(VORM, forms)));
    }
}
