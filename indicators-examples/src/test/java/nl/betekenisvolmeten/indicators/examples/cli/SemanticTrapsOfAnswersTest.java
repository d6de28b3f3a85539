package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What residents say: shares of answers between stadsdelen. Limits are from Wilson's formula (Wilson EB. Probable inference,
 * the law of succession, and statistical inference. Journal of the American Statistical Association 1927;22:209-212), written
 * out in {@link #wilson}.
 */
class SemanticTrapsOfAnswersTest {

    private static final String YES_NO =
            "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;ja;nee;weet_niet;nvt;uitgenodigd;respons\n";
    private static final String AGREE =
            "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;helemaal_oneens;oneens;"
                    + "neutraal;eens;helemaal_eens;weet_niet;nvt;uitgenodigd;respons\n";

    /** 24 of 36 in Laak and 10 of 26 in Segbroek; nobody in the other stadsdelen was asked. */
    private static final String EFFECT = YES_NO
            + "91000045;Laak;2026KW02;clientervaring;ce-effect;ALLEN;24;12;;4;200;40\n"
            + "91000088;Segbroek;2026KW02;clientervaring;ce-effect;ALLEN;10;16;;4;200;30\n";

    @TempDir
    private Path folder;

    private Path file(String text) {
        return Sheet.writeText(folder, "em.csv", text);
    }

    private static Map<String, String> row(Path file, String indicator, String area) {
        return Run.compare(indicator, file).exits(0).row("area", area);
    }

    /** What Laak has of the question that the made-up answers are about. */
    private Map<String, String> effectInLaak(String text) {
        return row(file(text), "ervaren-effect", "Laak");
    }

    /** Answers to two questions; of each row what follows its question. */
    private Map<String, String> favourableInLaak(String laak, String segbroek) {
        StringBuilder rows = new StringBuilder(AGREE);
        for (String question : List.of("ce-snel", "ce-serieus")) {
            rows.append("91000045;Laak;2026KW02;clientervaring;%s;ALLEN;%s\n".formatted(question, laak));
            rows.append("91000088;Segbroek;2026KW02;clientervaring;%s;ALLEN;%s\n".formatted(question, segbroek));
        }
        return row(file(rows.toString()), "clientervaring-gunstig", "Laak");
    }

    /** Two of the nine questions have answers: 2 x 14 out of 2 x 20, from 21 of 40 people. */
    @Test
    void overview_reportsHowManyQuestionsHaveAnswers() {
        StringBuilder rows = new StringBuilder(AGREE);
        for (String question : List.of("ce-snel", "ce-serieus")) {
            rows.append("91000045;Laak;2026KW02;clientervaring;%s;ALLEN;1;2;3;10;4;1;0;40;21\n".formatted(question));
        }
        Run run = Run.of("overview", file(rows.toString()), "--stadsdeel", "Laak", "--date", "2026-08-01")
                .exits(0);
        assertThat(run.out())
                .contains("70%, gemiddeld over 2 van de 9 vragen: op de andere is geen antwoord binnen")
                .contains("21 van de 40 gevraagde mensen antwoordden (53%), samen 40 antwoorden op 2 vragen.");
    }

    /** A share of answers says little without how many there are, and of how many people who were asked. */
    @Test
    void answersAndResponse_areInTheTextAndInTheReport() {
        Path file = file(EFFECT);
        String text = Indicators.bundled()
                .read(file)
                .compare(AreaLevel.STADSDEEL)
                .toText(Language.NL)
                .replaceAll(" +", " ");
        assertThat(text)
                .contains("antwoorden respons (%)")
                .containsPattern("Laak 66,7.* 36 20 ")
                .containsPattern("Segbroek 38,5.* 26 15 ");
        Path report = folder.resolve("vergelijking.html");
        Run.of("report", file, "--kind", "comparison", "--internal", "toets", "-o", report)
                .exits(0);
        assertThat(Sheet.read(report))
                .contains("36 (20% van 200 mensen)", "26 (15% van 200 mensen)")
                .contains(
                        "Niet geleverd: de antwoorden voor Gunstige cliëntervaring, Gunstige ervaring van deelnemers");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** The limits of a percentage at 95 %. */
    private static double[] wilson(double count, double size) {
        double z = 1.959963984540054;
        double share = count / size;
        double middle = share + z * z / (2 * size);
        double half = z * Math.sqrt(share * (1 - share) / size + z * z / (4 * size * size));
        double scale = 100 / (1 + z * z / size);
        return new double[] {(middle - half) * scale, (middle + half) * scale};
    }

    private static void assertWilson(Map<String, String> row, double count, double size) {
        double[] limits = wilson(count, size);
        assertThat(row).containsEntry("method", "wilson");
        assertThat(number(row, "lower")).isCloseTo(limits[0], within(1e-9));
        assertThat(number(row, "upper")).isCloseTo(limits[1], within(1e-9));
    }

    /** They were left out without a word. Whom a question does not apply to (4 of 40) says neither yes nor no. */
    @Test
    void compare_answersToOneQuestion_areAShareWithWilsonsLimits() {
        Map<String, String> laak = effectInLaak(EFFECT);
        assertThat(laak)
                .containsEntry("numerator", "24")
                .containsEntry("denominator", "36")
                .containsEntry("value", "66.666666666666667")
                .containsEntry("verdict", "similar")
                .containsEntry("design_effect_basis", "");
        assertWilson(laak, 24, 36);
        // the city: 34 of 62
        assertThat(number(laak, "city_value")).isCloseTo(100.0 * 34 / 62, within(1e-9));
    }

    @Test
    void compare_areaWhereNobodyWasAsked_hasNoFigure() {
        assertThat(row(file(EFFECT), "ervaren-effect", "Escamp"))
                .containsEntry("value", "")
                .containsEntry("lower", "")
                .containsEntry("verdict", "not_decided")
                .containsEntry("reason", "missing");
    }

    /** An answer that nobody gave is left empty in the form. */
    @Test
    void compare_answerThatNobodyGave_countsAsNone() {
        Map<String, String> laak =
                effectInLaak(YES_NO + "91000045;Laak;2026KW02;clientervaring;ce-effect;ALLEN;;12;;;200;12\n"
                        + "91000088;Segbroek;2026KW02;clientervaring;ce-effect;ALLEN;10;16;;;200;26\n");
        assertThat(laak).containsEntry("numerator", "0").containsEntry("denominator", "12");
        assertThat(number(laak, "value")).isZero();
        assertWilson(laak, 0, 12);
    }

    /**
     * The same 20 people answered two questions alike: 40 answers say no more than 20 people. The limits are those of 10 of 20,
     * and not the narrower ones of 20 of 40.
     */
    @Test
    void compare_answersOfTheSamePeopleToTwoQuestions_areNotTakenAsOfMorePeople() {
        Map<String, String> laak = favourableInLaak("5;3;2;4;6;;;40;20", "2;2;2;7;7;;;40;20");
        assertThat(laak)
                .containsEntry("numerator", "20")
                .containsEntry("denominator", "40")
                .containsAllEntriesOf(Map.of(
                        "design_effect_lower", "1", "design_effect_upper", "2", "design_effect_basis", "between"));
        assertWilson(laak, 10, 20);
    }

    /**
     * Two questions to 40 people in each of two areas; the city is at 50 %. The score test of x of 80 answers has
     * z = (x / 80 - 0.5) / sqrt(0.25 D / 80). With 32, z is 1.79 for different people (D = 1): no difference. With 28, z is 2.68
     * (p = 0.007) for different people and 1.90 (p = 0.058) where all answer both alike (D = 2): not decided. With 24, z is
     * 3.58 and 2.53 (p = 0.011): a difference either way.
     */
    @ParameterizedTest
    @CsvSource({"16, 24, similar, ''", "14, 26, not_decided, design_effect", "12, 28, worse, ''"})
    void compare_twoQuestions_getTheVerdictOfBothEnds(int few, int many, String verdict, String reason) {
        Map<String, String> laak = favourableInLaak(counts(few), counts(many));
        assertThat(laak).containsEntry("verdict", verdict).containsEntry("reason", reason);
    }

    /** So many of 40 agree, and the others disagree, with nothing between. */
    private static String counts(int agree) {
        return (40 - agree) + ";;;" + agree + ";;;;80;40";
    }

    /** The figure that is explained is the figure that is compared. */
    @ParameterizedTest
    @CsvSource({"Laak, '66,66666667'", "Segbroek, '38,46153846'"})
    void explain_shareOfAnswers_isTheFigureThatIsCompared(String area, String inWords) {
        Path file = file(EFFECT);
        String cell = "indicator=ervaren-effect;stadsdeel=" + area + ";periode=2026KW02";
        assertThat(Run.of("explain", file, "--cell", cell).exits(0).out()).contains("Waarde: " + inWords);
        assertThat(String.format(Locale.ROOT, "%.8f", number(row(file, "ervaren-effect", area), "value")))
                .isEqualTo(inWords.replace(',', '.'));
    }

    /** A row that is rejected may hold any answers: 50 answered of 40 who were asked. */
    @Test
    void compare_rejectedRow_leavesTheShareUnknown() {
        Path file = file(EFFECT + "91000045;Laak;2026KW03;clientervaring;ce-effect;ALLEN;30;20;;;40;50\n");
        assertThat(Run.compare("ervaren-effect", file, "--period", "2026")
                        .exits(1)
                        .rows())
                .filteredOn(row -> "Laak".equals(row.get("area")))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("value", "")
                        .containsEntry("verdict", "not_decided")
                        .containsEntry("reason", "incomplete"));
    }

    /**
     * 26 of 100 in one target group and 14 of 60 in another answered a mark, 30 of the first another question too: 44 of 160. A
     * 6 and 25 times an 8, and 14 times a 7: the mean is 304 / 40. The question with most answers counts, once.
     */
    @Test
    void compare_answers_sayOfHowManyTheyAre() {
        Map<String, String> laak = row(
                file(
                        "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;score_6;score_7;score_8;ja;nee;uitgenodigd;"
                                + "respons\n"
                                + "91000045;Laak;2026KW02;clientervaring;ce-rapportcijfer;OUDEREN;1;;25;;;100;26\n"
                                + "91000045;Laak;2026KW02;clientervaring;ce-effect;OUDEREN;;;;20;10;100;30\n"
                                + "91000045;Laak;2026KW02;clientervaring;ce-rapportcijfer;JEUGD;;14;;;;60;14\n"
                                + "91000088;Segbroek;2026KW02;clientervaring;ce-rapportcijfer;ALLEN;9;;;;;;9\n"),
                "clientervaring-rapportcijfer",
                "Laak");
        assertThat(laak)
                .containsEntry("n", "40")
                .containsEntry("invited", "160")
                .containsEntry("response", "0.275")
                .containsEntry("mean", "7.6");
    }

    /** An answer in words stands for no number, and a delivery that does not say who was asked leaves the response open. */
    @Test
    void compare_answersWithoutNumberOrInvited_leaveMeanAndResponseEmpty() {
        Path file = file(YES_NO + "91000045;Laak;2026KW02;clientervaring;ce-effect;ALLEN;24;12;;4;;40\n"
                + "91000088;Segbroek;2026KW02;clientervaring;ce-effect;ALLEN;10;16;;4;200;30\n");
        assertThat(row(file, "ervaren-effect", "Laak"))
                .containsEntry("n", "36")
                .containsEntry("invited", "")
                .containsEntry("response", "")
                .containsEntry("mean", "");
        assertThat(row(file, "ervaren-effect", "Segbroek"))
                .containsEntry("invited", "200")
                .containsEntry("response", "0.15");
        assertThat(row(file, "ervaren-effect", "Escamp")).containsEntry("n", "").containsEntry("invited", "");
    }

    /** An empty cell is an answer that the question does not have: they made every count of answers incomplete. */
    @Test
    void aggregate_answersOfTwoQuestions_areExactCounts() {
        Path file =
                file("organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;score_7;ja;nee;uitgenodigd;respons\n"
                        + "91000045;Laak;2026KW02;clientervaring;ce-rapportcijfer;ALLEN;14;;;60;14\n"
                        + "91000045;Laak;2026KW02;clientervaring;ce-effect;ALLEN;;20;;60;20\n");
        assertThat(Run.aggregate("stadsdeel", "score_7,ja,nee,respons", file, "--missing", "refuse")
                        .exits(0)
                        .rows()
                        .get(0))
                .containsEntry("score_7", "14")
                .containsEntry("score_7_status", "exact")
                .containsEntry("ja", "20")
                .containsEntry("ja_cells_missing", "0")
                // nobody gave this answer to any question
                .containsEntry("nee_status", "missing")
                .containsEntry("respons_lower", "20")
                .containsEntry("respons_upper", "34")
                .containsEntry("respons_status", "between");
    }

    /** 24 of 36 is 50.3 to 79.8 % by Wilson: above 45, not below 90, and 60 lies between. */
    @ParameterizedTest
    @CsvSource({"45, met, ''", "60, not-decided, chance", "90, not-met, ''"})
    void targets_shareOfAnswers_isJudgedByWhatChanceLeavesOpen(int atLeast, String outcome, String reason) {
        Path targets = Sheet.targets(folder, "ervaren-effect;SD0518-LAAK;2026JJ00;MINSTENS;" + atLeast + ";;");
        StringBuilder rows = new StringBuilder(EFFECT);
        for (String quarter : List.of("2026KW01", "2026KW03", "2026KW04")) {
            rows.append("91000045;Laak;%s;clientervaring;ce-effect;ALLEN;;;;4;200;4\n".formatted(quarter));
            rows.append("91000088;Segbroek;%s;clientervaring;ce-effect;ALLEN;;;;4;200;4\n".formatted(quarter));
        }
        Path file = file(rows.toString());
        Map<String, String> row = Sheet.rows(Run.of("targets", file, "--targets", targets, "--date", "2027-01-15")
                        .exits(0)
                        .out())
                .get(0);
        assertThat(row)
                .containsEntry("reached_status", "exact")
                .containsEntry("outcome", outcome)
                .containsEntry("reasons", reason);
        double[] limits = wilson(24, 36);
        assertThat(number(row, "reached")).isCloseTo(100.0 * 24 / 36, within(1e-9));
        assertThat(number(row, "reached_lower")).isCloseTo(limits[0], within(1e-9));
        assertThat(number(row, "reached_upper")).isCloseTo(limits[1], within(1e-9));
    }

    /** 30 of 60 in seven quarters, with as much as chance makes it vary, and 6 of 60 in the eighth. */
    @Test
    void signals_shareOfAnswers_areTested() {
        int[] yes = {30, 33, 27, 31, 29, 34, 28, 6};
        StringBuilder rows = new StringBuilder(YES_NO);
        for (int i = 0; i < yes.length; i++) {
            rows.append("91000045;Laak;%d%s;clientervaring;ce-effect;ALLEN;%d;%d;;;80;60\n"
                    .formatted(2025 + i / 4, "KW0" + (i % 4 + 1), yes[i], 60 - yes[i]));
        }
        assertThat(Run.compare("ervaren-effect", file(rows.toString()), "--date", "2027-01-15", "--export", "signals")
                        .exits(0)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("area", "Laak")
                        .containsEntry("value", "10")
                        .containsEntry("signal", "yes")
                        .containsEntry("verdict", "concern"));
    }

    /** They were said to feed nothing. */
    @Test
    void burden_answers_feedTheirIndicators() {
        String out = Run.of("burden", "ervaringsmeting").exits(0).out();
        assertThat(out).contains("ervaren-effect").contains("clientervaring-gunstig");
        // the response belongs to the figures
        assertThat(out.lines().filter(line -> line.strip().startsWith("respons ")))
                .singleElement()
                .asString()
                .contains("er wordt mee gerekend");
    }
}
