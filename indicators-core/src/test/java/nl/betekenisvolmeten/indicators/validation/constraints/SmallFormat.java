package nl.betekenisvolmeten.indicators.validation.constraints;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** A format with a column of each type, and texts for the codes that it gives. */
final class SmallFormat {

    static final String ID = "telformat-klein@2026.1";

    private static final Map<RuleSet.CellCheck, String> CODES = Map.ofEntries(
            entry(RuleSet.CellCheck.REQUIRED, "TF-V01"),
            entry(RuleSet.CellCheck.KNOWN_CODE, "TF-V02"),
            entry(RuleSet.CellCheck.WHOLE_NUMBER, "TF-V03"),
            entry(RuleSet.CellCheck.NOT_NEGATIVE, "TF-V04"),
            entry(RuleSet.CellCheck.DECIMAL_NUMBER, "TF-V05"),
            entry(RuleSet.CellCheck.KVK_NUMBER, "TF-V06"),
            entry(RuleSet.CellCheck.PERIOD, "TF-V07"),
            entry(RuleSet.CellCheck.LENGTH, "TF-V08"),
            entry(RuleSet.CellCheck.POSSIBLE_NUMBER, "TF-V09"),
            entry(RuleSet.CellCheck.NO_PERSONAL_DATA, "TF-P01"),
            entry(RuleSet.CellCheck.NO_FORMULA, "TF-X01"),
            entry(RuleSet.CellCheck.CODE_NOT_NAME, "TF-W01"),
            entry(RuleSet.CellCheck.NOTATION, "TF-W02"),
            entry(RuleSet.CellCheck.SPREADSHEET, "TF-W04"));

    private SmallFormat() {}

    static AreaHierarchy areas(int year) {
        AreaCode city = AreaCode.of("GM0518");
        AreaCode centrum = AreaCode.of("SD0518-CENTRUM");
        AreaCode laak = AreaCode.of("SD0518-LAAK");
        return AreaHierarchy.of(
                "denhaag",
                year,
                List.of(
                        Area.of(city, "'s-Gravenhage"),
                        Area.of(centrum, "Centrum", city),
                        Area.of(laak, "Laak", city),
                        Area.of(AreaCode.of("WK051829"), "Schildersbuurt", centrum),
                        Area.of(AreaCode.of("WK051838"), "Laakkwartier", laak)));
    }

    static RuleSet rules() {
        return rules("telformat-klein", "2026.1");
    }

    static RuleSet rules(String name, String version) {
        AreaHierarchy areas = areas(2025);
        Codelist groups = Codelist.of(
                "doelgroep",
                LocalizedText.of("Doelgroep", "Group"),
                List.of(
                        Codelist.Item.of("ALLEN", LocalizedText.of("Iedereen", "Everyone")),
                        Codelist.Item.of("OUDEREN", LocalizedText.of("Ouderen", "Elderly"))));
        return new RuleSet(
                FormatId.of(name, version),
                List.of(
                        about(new Dimension.Reporter(name("organisatie")), new ColumnType.Kvk()),
                        about(
                                new Dimension.Place(name("stadsdeel"), areas, AreaLevel.STADSDEEL, true),
                                new ColumnType.Place(areas, AreaLevel.STADSDEEL, true)),
                        about(
                                new Dimension.Place(name("wijk"), areas, AreaLevel.WIJK, false),
                                new ColumnType.Place(areas, AreaLevel.WIJK, false)),
                        about(
                                new Dimension.Time(name("periode")),
                                new ColumnType.Time(PeriodKind.QUARTER, Validity.since(Period.ofQuarter(2026, 1)))),
                        about(new Dimension.Category(name("doelgroep"), Set.of()), new ColumnType.Code(groups)),
                        number(new Measure.Flow(name("bezoeken"), 0), new ColumnType.Count(1_000_000), true),
                        number(new Measure.Distinct(name("unieke_deelnemers")), new ColumnType.Count(1_000_000), true),
                        number(new Measure.Flow(name("uren"), 2), new ColumnType.Quantity(2, 1_000_000), false),
                        new ColumnRule(
                                name("toelichting"),
                                new ColumnType.Text(100),
                                false,
                                new ColumnRule.Part.OfAttribute())),
                List.of(
                        new Rule.Inside(error("TF-R01"), name("wijk"), name("stadsdeel")),
                        new Rule.AtMost(error("TF-R02"), name("unieke_deelnemers"), name("bezoeken")),
                        new Rule.NotAllZero(
                                new Verdict(FindingCode.of("XX-R09"), Severity.NOTE),
                                List.of(name("bezoeken"), name("unieke_deelnemers")))),
                verdicts());
    }

    private static Map<RuleSet.CellCheck, Verdict> verdicts() {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(RuleSet.CellCheck.class);
        CODES.forEach((check, code) -> verdicts.put(
                check,
                new Verdict(
                        FindingCode.of(code),
                        code.startsWith("TF-W") || code.startsWith("TF-X") ? Severity.WARNING : Severity.ERROR)));
        return verdicts;
    }

    private static ColumnName name(String name) {
        return ColumnName.of(name);
    }

    private static Verdict error(String code) {
        return new Verdict(FindingCode.of(code), Severity.ERROR);
    }

    private static ColumnRule about(Dimension dimension, ColumnType type) {
        return new ColumnRule(dimension.name(), type, true, new ColumnRule.Part.OfDimension(dimension));
    }

    private static ColumnRule number(Measure measure, ColumnType type, boolean required) {
        return new ColumnRule(measure.name(), type, required, new ColumnRule.Part.OfMeasure(measure));
    }

    /** A catalogue with a text for each code that these tests give, but XX-R09. */
    static MessageCatalogue catalogue() {
        Map<String, String> nl = new HashMap<>();
        Map<String, String> en = new HashMap<>();
        CODES.values().forEach(code -> {
            put(nl, code, "{column}: fout " + code + " bij '{value}'");
            put(en, code, "{column}: error " + code + " at '{value}'");
        });
        put(nl, "TF-R01", "{wijk} ligt in {actual}, niet in {stadsdeel}");
        put(en, "TF-R01", "{wijk} lies in {actual}, not in {stadsdeel}");
        put(nl, "TF-R02", "{left} ({left_value}) is meer dan {right} ({right_value})");
        put(en, "TF-R02", "{left} ({left_value}) is more than {right} ({right_value})");
        return MessageCatalogue.bundled().with(Language.NL, nl).with(Language.EN, en);
    }

    private static void put(Map<String, String> texts, String code, String text) {
        texts.put(code + ".title", code);
        texts.put(code + ".text", text);
        texts.put(code + ".text.filler", text);
        texts.put(code + ".action", "-");
    }

    static DefinitionProvider definitions() {
        return definitions(List.of());
    }

    static DefinitionProvider definitions(List<IndicatorSet> indicators) {
        return DefinitionProvider.of(List.of(rules()), List.of(areas(2025)), indicators);
    }
}
