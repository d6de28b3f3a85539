package nl.betekenisvolmeten.indicators.comparison;

import static nl.betekenisvolmeten.indicators.comparison.SmallCity.KIND;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_OOST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_WEST;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.WIJK_ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.ZUID;
import static nl.betekenisvolmeten.indicators.comparison.SmallCity.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowsWithGaps;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Shares of answers to a questionnaire, with how many people were asked and answered. */
class ComparisonAnswersTest {

    private static final ColumnName QUESTION = ColumnName.of("vraag");
    private static final ColumnName AGREE = ColumnName.of("eens");
    private static final ColumnName NEUTRAL = ColumnName.of("neutraal");
    private static final ColumnName DISAGREE = ColumnName.of("oneens");
    private static final ColumnName INVITED = ColumnName.of("uitgenodigd");
    private static final ColumnName ANSWERED = ColumnName.of("ingevuld");

    private static final TableStructure STRUCTURE = structure(AGREE, NEUTRAL, DISAGREE, INVITED, ANSWERED);

    private static TableStructure structure(ColumnName... measures) {
        return new TableStructure(
                List.of(
                        new Dimension.Reporter(ColumnName.of("organisatie")),
                        new Dimension.Place(ColumnName.of("wijk"), SmallCity.AREAS, AreaLevel.WIJK, false),
                        new Dimension.Time(ColumnName.of("periode")),
                        Dimension.Category.of(KIND),
                        Dimension.Category.of(QUESTION)),
                Arrays.stream(measures)
                        .map(column -> (Measure) new Measure.Flow(column, 0))
                        .toList());
    }

    private static Formula.Part part(ColumnName column, String question) {
        return new Formula.Part(column, Map.of(KIND, Set.of("eind"), QUESTION, Set.of(question)));
    }

    /** Returns the share of respondents who agree, based only on the form at the end of an activity. */
    private static Formula.Answers formula(Map<ColumnName, Integer> numbers, String... questions) {
        List<Formula.Part> agree = new ArrayList<>();
        List<Formula.Part> all = new ArrayList<>();
        for (String question : questions) {
            agree.add(part(AGREE, question));
            List.of(AGREE, NEUTRAL, DISAGREE).forEach(column -> all.add(part(column, question)));
        }
        return new Formula.Answers(
                "test",
                "vragenlijst",
                "schaal",
                List.of("eens"),
                agree,
                all,
                numbers,
                Optional.of(new Formula.Response(QUESTION, INVITED, ANSWERED)));
    }

    private static final Map<ColumnName, Integer> NUMBERS = Map.of(AGREE, 3, NEUTRAL, 2, DISAGREE, 1);
    private static final Formula.Answers ONE_QUESTION = formula(NUMBERS, "v1");
    private static final Formula.Answers TWO_QUESTIONS = formula(Map.of(), "v1", "v2");

    /**
     * Returns a row of a form: how many agree, are neutral, disagree, were asked and answered; a negative number is an
     * empty cell.
     */
    private static Observation row(
            TableStructure structure, String organisation, String wijk, String kind, String question, long... numbers) {
        assertThat(numbers).hasSameSizeAs(structure.measures());
        return RowsWithGaps.row(numbers.length, numbers, organisation, wijk, SmallCity.QUARTER, kind, question);
    }

    private static Observation row(String organisation, String wijk, String question, long... numbers) {
        return row(STRUCTURE, organisation, wijk, "eind", question, numbers);
    }

    private static ComparisonPlan plan(TableStructure structure, Formula formula) {
        return ComparisonPlan.of(
                structure,
                List.of(SmallCity.indicator("tevreden", formula, new Indicator.Direction.HigherIsBetter())),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);
    }

    private static Comparison compare(ComparisonPlan plan, Observation... rows) {
        Comparer comparer = plan.newComparer();
        List.of(rows).forEach(comparer);
        return comparer.result();
    }

    private static Comparison compare(Formula formula, Observation... rows) {
        return compare(plan(STRUCTURE, formula), rows);
    }

    private static Comparison.Answered answered(Comparison comparison) {
        return only(comparison, OOST).figure().answered().orElseThrow();
    }

    private static Comparison.Answered answered(Observation... rows) {
        return answered(compare(ONE_QUESTION, rows));
    }

    private static void assertExact(CellValue value, String expected) {
        assertThat(value.exact().orElseThrow()).isEqualByComparingTo(expected);
    }

    /** In Oost, 30 of 40 agree; 80 people were asked and 45 sent in a form. In West, 10 of 40 agree. */
    private static final Observation[] ROWS = {
        row("A", WIJK_OOST, "v1", 30, 0, 10, 80, 45),
        row("A", WIJK_WEST, "v1", 10, 10, 20, 50, 40),
        row(STRUCTURE, "A", WIJK_OOST, "begin", "v1", 0, 0, 90, 900, 90)
    };

    @Test
    void compare_shareOfAnswers_binomialTestAgainstTheCity() {
        Comparison.Row oost = only(compare(ONE_QUESTION, ROWS), OOST);

        assertExact(oost.figure().numerator(), "30");
        assertExact(oost.figure().denominator(), "40");
        assertExact(oost.figure().value(), "75");
        assertExact(oost.contrast().cityValue(), "50");
        assertThat(oost.figure().complete()).isTrue();
        assertThat(oost.figure().uncertainty().effect()).isEmpty();
        // scipy 1.17.1: binomtest(30, 40, 0.5); proportion_confint(30, 40, method='wilson') of statsmodels
        assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.0022214337732293643, within(1e-12));
        assertThat(oost.figure().uncertainty().interval().orElseThrow().lower())
                .isCloseTo(59.806038579231966, within(1e-9));
        assertThat(oost.figure().uncertainty().interval().orElseThrow().upper())
                .isCloseTo(85.8128813609037, within(1e-9));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    /** (30 x 3 + 10 x 1) / 40, and 45 of 80. */
    @Test
    void compare_respondents_countInvitedResponseAndMean() {
        Comparison comparison = compare(ONE_QUESTION, ROWS);

        assertThat(answered(comparison))
                .isEqualTo(new Comparison.Answered(
                        40,
                        1,
                        OptionalLong.of(80),
                        Optional.of(new BigDecimal("0.5625")),
                        Optional.of(new BigDecimal("2.5"))));
        assertThat(only(comparison, ZUID).figure().answered()).isEmpty();
        assertThat(only(comparison, ZUID).figure().value()).isEqualTo(new CellValue.Missing());
    }

    /**
     * The same 80 people were asked both questions; 47 answered one and 45 the other. Another organisation asked 20
     * more.
     */
    @Test
    void compare_questionsOfOneDelivery_areAboutTheSamePeople() {
        Comparison.Answered answered = answered(compare(
                TWO_QUESTIONS,
                row("A", WIJK_OOST, "v1", 30, 5, 10, 80, 45),
                row("A", WIJK_OOST, "v2", 20, 7, 20, 80, 47),
                row("B", WIJK_OOST, "v1", 8, 1, 1, 20, 13)));

        assertThat(answered.n()).isEqualTo(102);
        assertThat(answered.invited()).hasValue(100);
        // (47 + 13) / 100
        assertThat(answered.response().orElseThrow()).isEqualByComparingTo("0.6");
        assertThat(answered.mean()).isEmpty();
    }

    @Test
    void compare_peopleAskedNotSaid_noResponse() {
        assertThat(answered(row("A", WIJK_OOST, "v1", 30, 0, 10, -1, 45)))
                .satisfies(none -> assertThat(none.invited()).isEmpty())
                .satisfies(none -> assertThat(none.response()).isEmpty());
        // one of two deliveries is enough
        Comparison.Answered half =
                answered(row("A", WIJK_OOST, "v1", 30, 0, 10, -1, 45), row("B", WIJK_OOST, "v1", 30, 0, 10, 50, 45));
        assertThat(half.invited()).isEmpty();
        assertThat(half.response()).isEmpty();
        assertThat(half.n()).isEqualTo(80);
    }

    @Test
    void compare_answeredNotSaidOrNobodyAsked_noResponse() {
        Comparison.Answered unknown =
                answered(row("A", WIJK_OOST, "v1", 30, 0, 10, 50, -1), row("B", WIJK_OOST, "v1", 30, 0, 10, 50, 45));
        assertThat(unknown.invited()).hasValue(100);
        assertThat(unknown.response()).isEmpty();
        Comparison.Answered nobody = answered(row("A", WIJK_OOST, "v1", 30, 0, 10, 0, 0));
        assertThat(nobody.invited()).hasValue(0);
        assertThat(nobody.response()).isEmpty();
        Comparison.Answered none = answered(row("A", WIJK_OOST, "v1", 1, 0, 0, 50, 0));
        assertThat(none.response().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void compare_nobodyAnswered_noRespondents() {
        Comparison.Row oost = only(compare(ONE_QUESTION, row("A", WIJK_OOST, "v1", 0, 0, 0, 50, 0)), OOST);

        assertThat(oost.figure().value()).isEqualTo(new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR));
        assertThat(oost.figure().answered()).isEmpty();
    }

    /** A format that lacks one of the columns says nothing about the response. */
    @Test
    void compare_formatWithoutPeopleAsked_answersOnly() {
        for (ColumnName column : List.of(INVITED, ANSWERED)) {
            TableStructure three = structure(AGREE, NEUTRAL, DISAGREE, column);
            Comparison.Answered answered = answered(
                    compare(plan(three, ONE_QUESTION), row(three, "A", WIJK_OOST, "eind", "v1", 30, 0, 10, 40)));
            assertThat(answered.n()).isEqualTo(40);
            assertThat(answered.invited()).isEmpty();
        }
    }

    @Test
    void compare_otherPeriod_isNotInTheResponse() {
        long[] values = {1, 0, 0, 300, 200};
        Observation later =
                Observation.of(new String[] {"A", WIJK_OOST, "2026KW02", "eind", "v1"}, values, new boolean[] {
                    true, true, true, true, true
                });
        Comparison comparison = compare(ONE_QUESTION, ROWS[0], later);

        List<OptionalLong> invited = comparison.rows().stream()
                .flatMap(row -> row.figure().answered().stream())
                .map(Comparison.Answered::invited)
                .toList();
        assertThat(invited).containsExactly(OptionalLong.of(80), OptionalLong.of(300));
    }

    /** Forms at the beginning and at the end of an activity ask the same people twice. */
    @Test
    void compare_formsOfTwoKinds_askPeopleTwice() {
        Formula.Part agree = new Formula.Part(AGREE, Map.of(QUESTION, Set.of("v1")));
        Formula.Answers ofBoth = new Formula.Answers(
                "test",
                "vragenlijst",
                "schaal",
                List.of("eens"),
                List.of(agree),
                List.of(agree, new Formula.Part(DISAGREE, Map.of(QUESTION, Set.of("v1")))),
                Map.of(),
                ONE_QUESTION.response());

        assertThat(answered(compare(ofBoth, ROWS)).invited()).hasValue(980);
    }

    @Test
    void compare_twoQuestionnaires_haveTheirOwnResponse() {
        Formula.Answers other = formula(NUMBERS, "v2");
        Formula.Answers begin = (Formula.Answers) new Formula.Answers(
                "test",
                "vragenlijst",
                "schaal",
                List.of("eens"),
                List.of(new Formula.Part(AGREE, Map.of(KIND, Set.of("begin")))),
                List.of(new Formula.Part(AGREE, Map.of(KIND, Set.of("begin"))), new Formula.Part(DISAGREE, Map.of())),
                Map.of(),
                other.response());
        Indicator.Direction none = new Indicator.Direction.NoJudgement();
        ComparisonPlan plan = ComparisonPlan.of(
                STRUCTURE,
                List.of(SmallCity.indicator("eind", ONE_QUESTION, none), SmallCity.indicator("begin", begin, none)),
                AreaLevel.STADSDEEL,
                SmallCity.POPULATION);

        assertThat(compare(plan, ROWS).rows().stream()
                        .filter(row -> row.key().area().code().equals(OOST))
                        .map(row -> row.figure().answered().orElseThrow().invited()))
                .containsExactly(OptionalLong.of(80), OptionalLong.of(900));
    }

    /**
     * A person who gives the same answer to both questions counts twice: the variance is at most that of half as many
     * answers.
     */
    @Test
    void compare_answersToTwoQuestions_designEffectUpToTwo() {
        Comparison.Row both = only(
                compare(
                        TWO_QUESTIONS,
                        row("A", WIJK_OOST, "v1", 15, 0, 5, 80, 45),
                        row("A", WIJK_OOST, "v2", 15, 0, 5, 80, 45),
                        row("A", WIJK_WEST, "v1", 10, 0, 30, 80, 45)),
                OOST);
        assertThat(both.figure().uncertainty().effect()).contains(DesignEffect.between(1, 2));
        // Wilson interval of 15 of 20, as 40 answers come from at least 20 persons
        assertThat(both.figure().uncertainty().interval().orElseThrow().lower())
                .isCloseTo(53.1299122381256, within(1e-9));
        assertThat(both.figure().uncertainty().interval().orElseThrow().upper())
                .isCloseTo(88.81382985923342, within(1e-9));
        // 40 of 80 in the city: z = 0.25 / sqrt(2 x 0.25 / 40) = sqrt(5), or at D = 1 sqrt(10)
        assertThat(both.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(0.025347318677468252, within(1e-12));
        Comparison.Row first = only(
                compare(
                        TWO_QUESTIONS,
                        row("A", WIJK_OOST, "v1", 30, 0, 10, 80, 45),
                        row("A", WIJK_WEST, "v1", 10, 0, 30, 80, 45)),
                OOST);
        assertThat(first.figure().uncertainty().effect()).contains(DesignEffect.ONE);
    }

    @Test
    void compare_answersWithOverdispersionAsked_haveNoEffect() {
        ComparisonPlan plan = plan(STRUCTURE, TWO_QUESTIONS)
                .withOptions(
                        ComparisonOptions.withDefaults().withDispersion(ComparisonOptions.Dispersion.SPIEGELHALTER));
        Comparison.Row oost = only(
                compare(plan, row("A", WIJK_OOST, "v1", 15, 0, 5, 80, 45), row("A", WIJK_OOST, "v2", 15, 0, 5, 80, 45)),
                OOST);
        assertThat(oost.figure().uncertainty().effect()).isEmpty();
    }

    /**
     * 30 of 40 against 15 of 80, two questions each.
     */
    @Test
    void compare_answersAgainstTheRest_haveTheVarianceOfBoth() {
        ComparisonPlan plan = plan(STRUCTURE, TWO_QUESTIONS)
                .withOptions(
                        ComparisonOptions.withDefaults().withReference(new ComparisonOptions.Reference.RestOfCity()));
        Comparison.Row oost = only(
                compare(
                        plan,
                        row("A", WIJK_OOST, "v1", 20, 0, 4, 80, 45),
                        row("A", WIJK_OOST, "v2", 10, 0, 6, 80, 45),
                        row("A", WIJK_WEST, "v1", 3, 0, 20, 80, 45),
                        row("A", WIJK_ZUID, "v2", 12, 10, 35, 80, 45)),
                OOST);
        assertExact(oost.figure().value(), "75");
        // 15 of 80
        assertExact(oost.contrast().referenceValue(), "18.75");
        // share 45 / 120; z = 0.5625 / sqrt(0.375 x 0.625 x (2 / 40 + 2 / 80))
        assertThat(oost.contrast().pValue().map(PValue::value).orElseThrow())
                .isCloseTo(2.2090496998585445e-05, within(1e-15));
        assertThat(oost.assessment().judgement()).isEqualTo(Judgement.BETTER);
    }

    /**
     * A question that was not asked in the area is compared with everyone else: 10 of 40, and 6 of 10 for another
     * question.
     */
    @Test
    void compare_questionNotAskedInTheArea_isAllOfTheRest() {
        ComparisonPlan plan = plan(STRUCTURE, formula(NUMBERS, "v1", "v2"))
                .withOptions(
                        ComparisonOptions.withDefaults().withReference(new ComparisonOptions.Reference.RestOfCity()));
        Comparison.Row oost = only(compare(plan, ROWS[0], ROWS[1], row("A", WIJK_WEST, "v2", 6, -1, 4, 50, 40)), OOST);

        assertExact(oost.contrast().referenceValue(), "32");
    }

    /** A question without a neutral answer leaves that cell empty. */
    @Test
    void compare_answerThatAQuestionDoesNotHave_addsNothing() {
        Comparison comparison = compare(
                ONE_QUESTION,
                row("A", WIJK_OOST, "v1", 30, -1, 10, 80, 45),
                row("A", WIJK_WEST, "v1", 10, -1, 30, 50, 40));

        assertExact(only(comparison, OOST).figure().value(), "75");
        assertExact(only(comparison, OOST).contrast().cityValue(), "50");
        assertThat(answered(comparison).mean().orElseThrow()).isEqualByComparingTo("2.5");
    }

    /** Rejected forms may contain any answer. */
    @Test
    void compare_rejectedForms_shareIsNotKnown() {
        Comparer comparer = plan(STRUCTURE, ONE_QUESTION).newComparer();
        List.of(ROWS).forEach(comparer);
        comparer.acceptRejected(new RejectedRows(
                List.of(Set.of("A"), Set.of(WIJK_OOST), Set.of(SmallCity.QUARTER), Set.of("eind"), Set.of("v1")),
                List.of(
                        OptionalLong.empty(),
                        OptionalLong.of(1),
                        OptionalLong.of(1),
                        OptionalLong.of(1),
                        OptionalLong.of(1)),
                1,
                OptionalLong.of(4)));
        Comparison comparison = comparer.result();

        assertThat(only(comparison, OOST).figure().value()).isEqualTo(CellValue.Incomplete.unknown());
        assertThat(only(comparison, OOST).figure().answered()).isEmpty();
        assertThat(only(comparison, OOST).assessment().reason()).contains(Judgement.Reason.INCOMPLETE);
        assertExact(only(comparison, WEST).figure().value(), "25");
    }

    @Test
    void combine_answers_theSameAsOne() {
        Comparer one = plan(STRUCTURE, TWO_QUESTIONS).newComparer();
        Comparer other = plan(STRUCTURE, TWO_QUESTIONS).newComparer();
        Observation first = row("A", WIJK_OOST, "v1", 30, 5, 10, 80, 45);
        Observation second = row("A", WIJK_OOST, "v2", 20, 7, 20, 80, 47);
        Observation third = row("B", WIJK_OOST, "v1", 8, 1, 1, 20, 13);
        one.accept(first);
        other.accept(second);
        other.accept(third);
        one.combine(other);

        assertThat(one.result()).isEqualTo(compare(TWO_QUESTIONS, first, second, third));
        assertThat(answered(one.result()).invited()).hasValue(100);
    }

    @Test
    void toText_answers_haveNumberResponseAndMean() {
        List<String> lines =
                compare(ONE_QUESTION, ROWS).toText(Language.NL).lines().toList();
        assertThat(lines)
                .contains(
                        "gebied  cijfer  95% zeker tussen  hele gemeente   oordeel  antwoorden  respons (%)  gemiddelde  geleverd");
        assertThat(lines)
                .contains(
                        "Oost        75      59,8 en 85,8             50     beter          40        56,25         2,5   1 van 1");
        assertThat(compare(TWO_QUESTIONS, row("A", WIJK_OOST, "v1", 30, 0, 10, -1, 45))
                        .toText(Language.NL))
                .contains("antwoorden")
                .doesNotContain("gemiddeld");
    }
}
