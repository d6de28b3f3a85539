package nl.betekenisvolmeten.indicators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import nl.betekenisvolmeten.indicators.statistics.Confidence;
import nl.betekenisvolmeten.indicators.statistics.Estimate;
import nl.betekenisvolmeten.indicators.statistics.NotDefined;
import nl.betekenisvolmeten.indicators.statistics.Sample;
import nl.betekenisvolmeten.indicators.survey.PairedAnswers.Move;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.junit.jupiter.api.Test;

class PairedAnswersTest {

    private static final FormatId ZRM_2017 = FormatId.of("zelfredzaamheidmatrix", "2017");
    private static final FormatId ZRM_2013 = FormatId.of("zelfredzaamheidmatrix", "2013");
    private static final Confidence CONFIDENCE = Confidence.of(0.95);

    /** Forty people: twelve one up, twenty the same, five one down, three two up. */
    private static PairedAnswers people(FormatId instrument, String question) {
        return new PairedAnswers(
                instrument,
                question,
                AnswerScale.LEVEL_5,
                Map.of(
                        new Move(2, 3), 12L,
                        new Move(3, 3), 11L,
                        new Move(4, 4), 9L,
                        new Move(3, 2), 5L,
                        new Move(2, 4), 3L));
    }

    /** SciPy 1.17.1: t.interval(0.95, 39, 0.325, 0.7970297423913428 / sqrt(40)). */
    @Test
    void change_ofDifferences_hasStudentsInterval() {
        Estimate change = people(ZRM_2017, "zrm17-financien")
                .change(CONFIDENCE)
                .estimate()
                .orElseThrow();
        assertThat(change.denominator()).isEqualTo(40);
        assertThat(change.value()).isCloseTo(0.325, within(1e-12));
        assertThat(change.interval().lower()).isCloseTo(0.07009752207395242, within(1e-9));
        assertThat(change.interval().upper()).isCloseTo(0.5799024779260475, within(1e-9));
    }

    @Test
    void change_ofASummary_isThatOfThePeople() {
        Estimate summary = PairedAnswers.change(Sample.of(40, 0.325, 0.7970297423913428), CONFIDENCE)
                .estimate()
                .orElseThrow();
        assertThat(summary.interval().lower()).isCloseTo(0.07009752207395242, within(1e-9));
        assertThat(PairedAnswers.change(Sample.of(1, 2, 0), CONFIDENCE)).isEqualTo(NotDefined.TOO_FEW_VALUES);
    }

    @Test
    void moves_areCountedByTheirWay() {
        PairedAnswers people = people(ZRM_2017, "zrm17-financien");
        assertThat(people.higher()).isEqualTo(15);
        assertThat(people.same()).isEqualTo(20);
        assertThat(people.lower()).isEqualTo(5);
    }

    @Test
    void plus_sameVersionAndQuestion_adds() {
        PairedAnswers sum = people(ZRM_2017, "zrm17-financien").plus(people(ZRM_2017, "zrm17-financien"));
        assertThat(sum.higher()).isEqualTo(30);
        assertThat(sum.differences().count()).isEqualTo(80);
    }

    @Test
    void plus_otherVersionOrQuestion_isRefused() {
        PairedAnswers people = people(ZRM_2017, "zrm17-financien");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.plus(people(ZRM_2013, "zrm17-financien")))
                .withMessageContaining("2013");
        assertThatIllegalArgumentException().isThrownBy(() -> people.plus(people(ZRM_2017, "zrm17-huisvesting")));
    }

    @Test
    void moves_beyondTheScale_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedAnswers(
                        ZRM_2017, "zrm17-financien", AnswerScale.LEVEL_5, Map.of(new Move(0, 3), 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedAnswers(
                        ZRM_2017, "zrm17-financien", AnswerScale.LEVEL_5, Map.of(new Move(3, 6), 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedAnswers(
                        ZRM_2017, "zrm17-financien", AnswerScale.LEVEL_5, Map.of(new Move(3, 4), -1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedAnswers(ZRM_2017, "x", AnswerScale.YES_NO, Map.of()));
    }
}
