package nl.betekenisvolmeten.indicators.formats.form;

import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.SamplingBasis;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.survey.AnswerCounts;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What one group of people answered to one question.
 *
 * @param row the row of the delivery, as a spreadsheet shows it
 * @param organisation who asked
 * @param district the stadsdeel, by name
 * @param period when people were asked
 * @param questionnaire the questionnaire and its version
 * @param question the question
 * @param moment start or end, for an instrument that is used twice; empty for others
 * @param targetGroup the code of the group of people
 * @param answers how many gave each answer
 * @param responded how many answered, whatever they said
 * @param invited how many were asked; empty where not known
 */
public record SurveyRow(
        long row,
        KvkNumber organisation,
        String district,
        Period period,
        FormatId questionnaire,
        Question question,
        Optional<Moment> moment,
        String targetGroup,
        AnswerCounts answers,
        long responded,
        OptionalLong invited) {

    /** When an instrument was used. */
    public enum Moment {
        /** At the start of the support. */
        START,
        /** At its end. */
        END
    }

    /**
     * Returns the response rate.
     *
     * @return the percentage of those asked who answered; empty where it is not known how many were asked
     */
    public Optional<Statistic> responseRate() {
        return invited.isPresent()
                ? Optional.of(SamplingBasis.responseRate(responded, invited.getAsLong(), Per.HUNDRED))
                : Optional.empty();
    }
}
