package nl.betekenisvolmeten.indicators.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** A small format with a column of each type and a rule of each kind, in the manner of a telformat. */
final class Forms {

    static final ColumnName ORGANISATIE = ColumnName.of("organisatie");
    static final ColumnName STADSDEEL = ColumnName.of("stadsdeel");
    static final ColumnName WIJK = ColumnName.of("wijk");
    static final ColumnName PERIODE = ColumnName.of("periode");
    static final ColumnName ACTIVITEIT = ColumnName.of("activiteit");
    static final ColumnName DOELGROEP = ColumnName.of("doelgroep");
    static final ColumnName LEEFTIJD = ColumnName.of("leeftijdsgroep");
    static final ColumnName BIJEENKOMSTEN = ColumnName.of("bijeenkomsten");
    static final ColumnName BEZOEKEN = ColumnName.of("bezoeken");
    static final ColumnName DEELNEMERS = ColumnName.of("unieke_deelnemers");
    static final ColumnName VRIJWILLIGERS = ColumnName.of("vrijwilligers");
    static final ColumnName UREN = ColumnName.of("vrijwilligersuren");
    static final ColumnName TOELICHTING = ColumnName.of("toelichting");

    static final AreaHierarchy AREAS = areas();

    static final Codelist AGES = Codelist.of(
            "leeftijdsgroep",
            LocalizedText.of("Leeftijdsgroep", "Age group"),
            List.of(
                    item("0-11", "0 tot en met 11 jaar", "ages 0 to 11"),
                    item("12-17", "12 tot en met 17 jaar", "ages 12 to 17", "tieners"),
                    item("67+", "67 jaar en ouder", "67 and over", "senioren"),
                    item("onbekend", "niet gevraagd", "not asked")));

    static final Codelist GROUPS = Codelist.of(
            "doelgroep",
            LocalizedText.of("Doelgroep", "Target group"),
            List.of(
                    item("ALLEN", "iedereen", "everyone"),
                    item("OUDEREN", "oudere inwoners", "older residents"),
                    item("JEUGD", "jeugd en jongeren", "young people", "jongeren"),
                    item("MANTELZ", "mantelzorgers", "informal carers")));

    static final Population POPULATION = new Population(
            "test",
            Map.of(
                    AreaCode.of("WK051801"),
                    new Population.Figures(
                            "2026",
                            OptionalLong.of(500),
                            List.of(
                                    new Population.Band(AgeBand.of(0, 11), 60),
                                    new Population.Band(AgeBand.atLeast(67), 100)))));

    private Forms() {}

    private static Codelist.Item item(String code, String nl, String en, String... aliases) {
        return new Codelist.Item(code, LocalizedText.of(nl, en), List.of(aliases));
    }

    private static AreaHierarchy areas() {
        AreaCode gemeente = AreaCode.of("GM0518");
        AreaCode laak = AreaCode.of("SD0518-LAAK");
        AreaCode haagseHout = AreaCode.of("SD0518-HAAGSE-HOUT");
        return AreaHierarchy.of(
                "test",
                2026,
                List.of(
                        Area.of(gemeente, "Den Haag"),
                        Area.of(laak, "Laak", gemeente),
                        Area.of(haagseHout, "Haagse Hout", gemeente).withAliases(List.of("Haags Hout")),
                        Area.of(AreaCode.of("WK051801"), "Schildersbuurt", laak).withAliases(List.of("Schilderswijk")),
                        Area.of(AreaCode.of("WK051802"), "Bezuidenhout", haagseHout)));
    }

    static ColumnType place(boolean byName) {
        return new ColumnType.Place(AREAS, byName ? AreaLevel.STADSDEEL : AreaLevel.WIJK, byName);
    }

    static final ColumnType PERIOD = new ColumnType.Time(
            PeriodKind.QUARTER, Validity.between(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 4)));

    private static ColumnRule dimension(Dimension dimension, ColumnType type) {
        return new ColumnRule(dimension.name(), type, true, new ColumnRule.Part.OfDimension(dimension));
    }

    private static ColumnRule measure(Measure measure, ColumnType type, boolean required) {
        return new ColumnRule(measure.name(), type, required, new ColumnRule.Part.OfMeasure(measure));
    }

    static final List<ColumnRule> COLUMNS = List.of(
            dimension(new Dimension.Reporter(ORGANISATIE), new ColumnType.Kvk()),
            dimension(new Dimension.Place(STADSDEEL, AREAS, AreaLevel.STADSDEEL, true), place(true)),
            dimension(new Dimension.Place(WIJK, AREAS, AreaLevel.WIJK, false), place(false)),
            dimension(new Dimension.Time(PERIODE), PERIOD),
            dimension(Dimension.Category.of(ACTIVITEIT), new ColumnType.Text(20)),
            dimension(Dimension.Category.of(DOELGROEP), new ColumnType.Code(GROUPS)),
            dimension(new Dimension.Category(LEEFTIJD, Set.of("0-11", "12-17", "67+")), new ColumnType.Code(AGES)),
            measure(new Measure.Flow(BIJEENKOMSTEN, 0), new ColumnType.Count(1_000_000), true),
            measure(new Measure.Flow(BEZOEKEN, 0), new ColumnType.Count(1_000_000), true),
            measure(new Measure.Distinct(DEELNEMERS), new ColumnType.Count(1_000_000), true),
            measure(new Measure.Distinct(VRIJWILLIGERS, false), new ColumnType.Count(1_000_000), false),
            measure(new Measure.Flow(UREN, 2), new ColumnType.Quantity(2, 1_000_000), false),
            new ColumnRule(TOELICHTING, new ColumnType.Text(40), false, new ColumnRule.Part.OfAttribute()));

    static Verdict verdict(String code, Severity severity) {
        return new Verdict(FindingCode.of(code), severity);
    }

    static final List<Rule> RULES = List.of(
            new Rule.Inside(verdict("TF-R01", Severity.ERROR), WIJK, STADSDEEL),
            new Rule.AtMost(verdict("TF-R02", Severity.ERROR), DEELNEMERS, BEZOEKEN),
            new Rule.OnlyWith(verdict("TF-R04", Severity.ERROR), BEZOEKEN, BIJEENKOMSTEN),
            new Rule.UniqueKey(
                    verdict("TF-R05", Severity.ERROR), List.of(ORGANISATIE, WIJK, PERIODE, ACTIVITEIT, LEEFTIJD)),
            new Rule.OnlyWith(verdict("TF-R06", Severity.WARNING), UREN, VRIJWILLIGERS),
            new Rule.WithinPopulation(verdict("TF-R07", Severity.WARNING), DEELNEMERS, WIJK, LEEFTIJD, POPULATION),
            new Rule.NotTogether(
                    verdict("TF-R08", Severity.WARNING),
                    DOELGROEP,
                    LEEFTIJD,
                    Map.of("JEUGD", Set.of("67+"), "OUDEREN", Set.of("0-11", "12-17"))),
            new Rule.NotAllZero(
                    verdict("TF-R09", Severity.NOTE),
                    List.of(BIJEENKOMSTEN, BEZOEKEN, DEELNEMERS, VRIJWILLIGERS, UREN)));

    private static Map<RuleSet.CellCheck, String> errors() {
        return Map.of(
                RuleSet.CellCheck.REQUIRED, "TF-V01",
                RuleSet.CellCheck.KNOWN_CODE, "TF-V02",
                RuleSet.CellCheck.WHOLE_NUMBER, "TF-V03",
                RuleSet.CellCheck.NOT_NEGATIVE, "TF-V04",
                RuleSet.CellCheck.DECIMAL_NUMBER, "TF-V05",
                RuleSet.CellCheck.KVK_NUMBER, "TF-V06",
                RuleSet.CellCheck.PERIOD, "TF-V07",
                RuleSet.CellCheck.LENGTH, "TF-V08",
                RuleSet.CellCheck.POSSIBLE_NUMBER, "TF-V09",
                RuleSet.CellCheck.NO_PERSONAL_DATA, "TF-P01");
    }

    /** Each check's code in a telformat. */
    static Map<RuleSet.CellCheck, Verdict> verdicts() {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(RuleSet.CellCheck.class);
        errors().forEach((check, code) -> verdicts.put(check, verdict(code, Severity.ERROR)));
        verdicts.put(RuleSet.CellCheck.NO_FORMULA, verdict("TF-X01", Severity.WARNING));
        verdicts.put(RuleSet.CellCheck.CODE_NOT_NAME, verdict("TF-W01", Severity.WARNING));
        verdicts.put(RuleSet.CellCheck.NOTATION, verdict("TF-W02", Severity.WARNING));
        verdicts.put(RuleSet.CellCheck.SPREADSHEET, verdict("TF-W04", Severity.WARNING));
        return verdicts;
    }

    static final RuleSet RULE_SET = new RuleSet(FormatId.of("test", "1"), COLUMNS, RULES, verdicts());

    /** A good row. */
    static Row good() {
        return new Row(new String[] {
            "41000001", "Laak", "WK051801", "2026KW01", "inloop", "ALLEN", "67+", "10", "80", "20", "", "", ""
        });
    }

    /** A row of texts to change. */
    record Row(List<String> cells) {
        Row(String[] cells) {
            this(List.of(cells));
        }

        Row with(ColumnName column, String text) {
            List<String> changed = new ArrayList<>(cells);
            changed.set(RULE_SET.index(column).orElseThrow(), text);
            return new Row(List.copyOf(changed));
        }

        String[] texts() {
            return cells.toArray(String[]::new);
        }
    }

    /** What the standard validator says of one row: codes, with the column pointed at. */
    static List<String> findings(Row row) {
        return summary(check(row, Leniency.STANDARD));
    }

    static List<Finding> check(Row row, Leniency leniency) {
        Map<ColumnName, String> cells = new TreeMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.put(COLUMNS.get(i).name(), row.cells().get(i));
        }
        return Validator.of(RULE_SET, leniency).check(cells);
    }

    static List<String> summary(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.location()
                        .column()
                        .map(column -> finding.code() + " " + column)
                        .orElse(finding.code().value()))
                .toList();
    }
}
