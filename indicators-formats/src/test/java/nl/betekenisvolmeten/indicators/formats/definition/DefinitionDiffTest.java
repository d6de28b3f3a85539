package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Kind;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Change.Level;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Cause;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Reason;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff.Comparability.Verdict;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionDiffTest {

    private static final Definitions BUNDLED = Definitions.bundled();

    private static FormatDefinition telformat(String version) {
        return BUNDLED.formats().get(FormatId.of("telformat-gebiedsgericht", version));
    }

    private static DefinitionDiff diff(String from, String to) {
        return DefinitionDiff.between(
                telformat(from), telformat(to), BUNDLED.indicatorSets().all());
    }

    private static List<String> words(DefinitionDiff diff, Kind kind) {
        return diff.changes().stream()
                .filter(change -> change.kind() == kind)
                .map(change ->
                        change.level() + " " + change.subject() + ": " + change.before() + " > " + change.after())
                .toList();
    }

    private static Map<String, DefinitionDiff.Comparability> byIndicator(DefinitionDiff diff) {
        return diff.indicators().stream()
                .collect(Collectors.toMap(one -> one.indicator().value(), one -> one));
    }

    @Test
    void between_aVersionAndItself_nothingChanged() {
        DefinitionDiff diff = diff("2026.1", "2026.1");
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.level()).isEmpty();
        assertThat(diff.indicators())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.COMPARABLE));
    }

    @Test
    void between_secondAndThird_rulesOverTwoDeliveriesAreNew() {
        assertThat(words(diff("2025.2", "2026.1"), Kind.RULE_ADDED))
                .anySatisfy(
                        rule -> assertThat(rule)
                                .startsWith("MINOR TF-T01:  > JUMP(bijeenkomsten, bezoeken,")
                                .endsWith(
                                        ") x3, 15 NOTE WITH toelichting BY organisatie, wijk, activiteit, doelgroep, leeftijdsgroep"))
                .anySatisfy(rule -> assertThat(rule).startsWith("MINOR TF-T02:  > GONE() BY organisatie"));
    }

    @Test
    void between_firstAndSecond_renamedAddedAndRewritten() {
        DefinitionDiff diff = diff("2025.1", "2025.2");
        assertThat(diff.level()).contains(Level.MAJOR);
        assertThat(words(diff, Kind.COLUMN_RENAMED)).containsExactly("MAJOR bezoeken: deelnemers > bezoeken");
        assertThat(words(diff, Kind.COLUMN_ADDED)).containsExactly("MAJOR doelgroep:  > CODE");
        assertThat(words(diff, Kind.NOTATION))
                .containsExactly(
                        "MAJOR wijk: AREA WIJK NAME > AREA WIJK CODE", "MAJOR vrijwilligersuren: COUNT > QUANTITY, 2");
        assertThat(words(diff, Kind.RULE_ADDED)).singleElement().asString().startsWith("MINOR TF-R08");
        assertThat(words(diff, Kind.RULE_CHANGED))
                .containsExactly("MAJOR TF-R05: UNIQUE_KEY(organisatie, wijk, periode, activiteit, leeftijdsgroep)"
                        + " > UNIQUE_KEY(organisatie, wijk, periode, activiteit, doelgroep, leeftijdsgroep)");
        assertThat(words(diff, Kind.COLUMN_REMOVED)).isEmpty();
        assertThat(words(diff, Kind.VALIDITY)).containsExactly("MINOR : 2025KW03 - 2025KW03 > 2025KW04 - 2025KW04");
    }

    @Test
    void between_secondAndThird_codesAreFollowed() {
        DefinitionDiff diff = diff("2025.2", "2026.1");
        assertThat(words(diff, Kind.CODE_MAPPED)).containsExactly("MAJOR leeftijdsgroep: 18-26 > 18-29");
        assertThat(words(diff, Kind.CODE_SPLIT)).containsExactly("MAJOR leeftijdsgroep: 27-49 > 18-29, 30-49");
        assertThat(words(diff, Kind.CODE_ADDED)).isEmpty();
        assertThat(words(diff, Kind.COLUMN_ADDED)).containsExactly("MINOR nieuwe_deelnemers:  > COUNT");
        assertThat(words(diff, Kind.NOTATION))
                .containsExactly("MAJOR periode: PERIOD QUARTER DASHED > PERIOD QUARTER CODE");
        assertThat(words(diff, Kind.RULE_ADDED)).hasSize(3).first().asString().startsWith("MAJOR TF-R03");
    }

    @Test
    void indicators_secondAndThird_areJudgedByWhatFeedsThem() {
        Map<String, DefinitionDiff.Comparability> judged = byIndicator(diff("2025.2", "2026.1"));
        for (DefinitionDiff.Comparability one : judged.values()) {
            var formula = BUNDLED.indicatorSets()
                    .all()
                    .get(0)
                    .find(one.indicator())
                    .orElseThrow()
                    .formula();
            List<String> columns =
                    formula.columns().stream().map(column -> column.value()).toList();
            if (columns.contains("nieuwe_deelnemers")) {
                assertThat(one.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
                assertThat(one.reasons()).contains(new Reason(Cause.COLUMN, "nieuwe_deelnemers", ""));
            }
            if (columns.contains("unieke_deelnemers")) {
                assertThat(one.reasons()).contains(new Reason(Cause.PERSONS, "leeftijdsgroep", "18-26, 27-49"));
            }
            if (columns.equals(List.of("bezoeken")) && one.reasons().isEmpty()) {
                assertThat(one.verdict()).isEqualTo(Verdict.COMPARABLE);
            }
        }
        assertThat(judged.values().stream().map(DefinitionDiff.Comparability::verdict))
                .contains(Verdict.COMPARABLE, Verdict.WITH_NOTE, Verdict.NOT_COMPARABLE);
    }

    /** An indicator of one age group: the group that is new has no figure in the earlier version. */
    @Test
    void indicators_ofOneCode_areComparableOnlyWhereTheCodeKeptItsMeaning() throws IOException {
        for (String code : List.of("30-49", "18-29", "onbekend", "67+")) {
            DefinitionDiff diff = DefinitionDiff.between(
                    telformat("2025.2"), telformat("2026.1"), List.of(withWhere("leeftijdsgroep", code)));
            assertThat(diff.indicators())
                    .as(code)
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.verdict())
                            .isEqualTo(code.equals("67+") ? Verdict.COMPARABLE : Verdict.NOT_COMPARABLE));
        }
        DefinitionDiff filled = DefinitionDiff.between(
                telformat("2025.1"), telformat("2025.2"), List.of(withWhere("doelgroep", "ALLEN")));
        assertThat(filled.indicators().get(0).reasons()).contains(new Reason(Cause.COLUMN, "doelgroep", ""));
        assertThat(filled.indicators().get(0).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    private static IndicatorSet withWhere(String column, String code) throws IOException {
        try (InputStream in = DefinitionDiffTest.class.getResourceAsStream("/cases/definitions/indicators-good.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var set = DefinitionReader.of(BUNDLED)
                    .read(
                            DefinitionKind.INDICATOR_SETS,
                            "x.json",
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                    .orThrow();
            var model = set.indicators().get(0);
            var formula = new Formula.Total(
                    "telformat-gebiedsgericht",
                    new Formula.Part(ColumnName.of("bijeenkomsten"), Map.of(ColumnName.of(column), Set.of(code))));
            var one = SmallResults.like(model, model.id(), formula, Indicator.Use.withDefaults());
            return new IndicatorSet(
                    set.id(),
                    set.version(),
                    set.title(),
                    set.validity(),
                    set.provenance(),
                    List.of(one),
                    List.of(),
                    List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"2025.1, 2025.2", "2025.2, 2026.1", "2025.1, 2026.1"})
    void between_theOtherWayRound_theVerdictsAreTheSame(String one, String other) {
        Map<String, DefinitionDiff.Comparability> forth = byIndicator(diff(one, other));
        Map<String, DefinitionDiff.Comparability> back = byIndicator(diff(other, one));
        assertThat(back.keySet()).isEqualTo(forth.keySet());
        forth.forEach((indicator, judged) -> assertThat(
                        Objects.requireNonNull(back.get(indicator)).verdict())
                .as(indicator)
                .isEqualTo(judged.verdict()));
    }

    @Test
    void between_versionsWithoutSteps_claimNothing() {
        FormatDefinition newest = telformat("2026.1");
        FormatDefinition bare = new FormatDefinition(
                newest.id(),
                newest.title(),
                newest.validity(),
                newest.provenance(),
                newest.columns(),
                newest.ruleSet(),
                List.of(),
                Optional.empty(),
                DeliveryRules.none(),
                Optional.empty(),
                FormatDefinition.Handover.NOT_STATED);
        DefinitionDiff diff = DefinitionDiff.between(
                telformat("2025.2"), bare, BUNDLED.indicatorSets().all());
        assertThat(diff.indicators()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
            assertThat(one.reasons()).containsExactly(new Reason(Cause.NO_STEPS, "", ""));
        });
        assertThat(words(diff, Kind.CODE_REMOVED))
                .containsExactly("MAJOR leeftijdsgroep: 18-26 > ", "MAJOR leeftijdsgroep: 27-49 > ");
        assertThat(words(diff, Kind.CODE_ADDED))
                .containsExactly("MINOR leeftijdsgroep:  > 18-29", "MINOR leeftijdsgroep:  > 30-49");
    }

    /** One change of a small format, and how grave it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\": {\"nl\": \"a\", \"en\": \"a\"} | \"title\": {\"nl\": \"b\", \"en\": \"b\"} | TEXT | PATCH",
                "\"agreement\": {\"nl\": \"a\", \"en\": \"a\"} | \"agreement\": {\"nl\": \"b\", \"en\": \"b\"}"
                        + " | AGREEMENT | MINOR",
                "\"kind\": \"COUNT\", \"maximum\": 1000 | \"kind\": \"COUNT\", \"maximum\": 2000 | LIMIT | MINOR",
                "\"kind\": \"COUNT\", \"maximum\": 1000 | \"kind\": \"COUNT\", \"maximum\": 100 | LIMIT | MAJOR",
                "\"role\": \"MEASURE\", \"required\": true | \"role\": \"MEASURE\", \"required\": false"
                        + " | OPTIONAL | MINOR",
                "\"role\": \"MEASURE\", \"required\": false | \"role\": \"MEASURE\", \"required\": true"
                        + " | REQUIRED | MAJOR",
                "\"nature\": \"FLOW\" | \"nature\": \"STOCK\" | PART | MAJOR",
                "\"PF-R05\", \"severity\": \"NOTE\" | \"PF-R05\", \"severity\": \"ERROR\" | SEVERITY | MAJOR",
                "\"PF-V01\", \"severity\": \"ERROR\" | \"PF-V01\", \"severity\": \"WARNING\" | SEVERITY | MINOR",
                "\"status\": \"draft\" | \"validFrom\": \"2026KW01\", \"status\": \"draft\" | VALIDITY | MINOR"
            })
    void level_oneChange_isAsTheTableSays(String before, String after, Kind kind, Level level) throws IOException {
        try (InputStream in = DefinitionDiffTest.class.getResourceAsStream("/cases/definitions/format-good.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json).contains(before);
            DefinitionDiff diff = DefinitionDiff.between(read(json), read(json.replace(before, after)), List.of());
            assertThat(diff.changes()).isNotEmpty().allSatisfy(change -> {
                assertThat(change.kind()).isEqualTo(kind);
                assertThat(change.level()).isEqualTo(level);
            });
            assertThat(diff.level()).contains(level);
        }
    }

    private static FormatDefinition read(String json) {
        return DefinitionReader.of(BUNDLED)
                .readFormat("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }
}
