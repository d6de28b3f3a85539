package nl.betekenisvolmeten.indicators.formats.form;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.Per;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.SamplingBasis;
import nl.betekenisvolmeten.indicators.statistics.Statistic;
import nl.betekenisvolmeten.indicators.survey.AnswerCounts;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Reads deliveries of the form for experience measurement into answers, with the questionnaires that they are of.
 * Immutable and thread-safe.
 */
public final class SurveyReader {

    /** The form's name, without version. */
    public static final String FORMAT = "ervaringsmeting";

    private static final FindingCode NO_QUESTIONNAIRE = FindingCode.of("EM-V01");
    private static final String START = "-start";
    private static final String END = "-eind";

    private final Form form;
    private final List<Questionnaire> questionnaires;

    private SurveyReader(Form form, List<Questionnaire> questionnaires) {
        this.form = form;
        this.questionnaires = List.copyOf(questionnaires);
    }

    /**
     * Returns a reader of the latest version of the form.
     *
     * @param definitions where the form and its questionnaires are looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static SurveyReader of(Definitions definitions) {
        return new SurveyReader(
                Form.of(FORMAT, definitions), definitions.questionnaires().all());
    }

    /**
     * Reads answers.
     *
     * @param source the delivery
     * @return the answers of the good rows, in order, and what was found; no answers when the delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<Row>> read(DeliverySource source) {
        return form.read(
                source,
                this::surveyRow,
                row -> Finding.of(
                        NO_QUESTIONNAIRE,
                        Severity.ERROR,
                        Form.place(source, row, "vraag"),
                        Map.of("left_value", Form.text(row, "vragenlijst"), "right_value", Form.text(row, "vraag"))));
    }

    /**
     * Returns the row with its question; empty if no known questionnaire has it among the questions whose answers are
     * counted.
     */
    private Optional<Row> surveyRow(CheckedRow row) {
        String code = Form.text(row, "vraag");
        Optional<Row.Moment> moment = moment(code);
        String plain = moment.isPresent() ? code.substring(0, code.lastIndexOf('-')) : code;
        return questionnaires.stream()
                .filter(questionnaire -> questionnaire.id().name().equals(Form.text(row, "vragenlijst")))
                .max(Comparator.comparing(Questionnaire::id))
                .flatMap(questionnaire -> questionnaire
                        .question(code)
                        .map(question -> surveyRow(row, questionnaire, question, false))
                        .or(() -> questionnaire
                                .question(plain)
                                .filter(question -> question.scale() == AnswerScale.LEVEL_5)
                                .map(question -> surveyRow(row, questionnaire, question, true))));
    }

    private static Optional<Row.Moment> moment(String code) {
        if (code.endsWith(START)) {
            return Optional.of(Row.Moment.START);
        }
        return code.endsWith(END) ? Optional.of(Row.Moment.END) : Optional.empty();
    }

    private static Row surveyRow(CheckedRow row, Questionnaire questionnaire, Question question, boolean hasMoment) {
        Map<String, Long> counts = new LinkedHashMap<>();
        AnswerScale scale = question.scale();
        Stream.concat(scale.answers().stream(), scale.outside().stream())
                .forEach(answer -> row.units(ColumnName.of(answer)).ifPresent(count -> counts.put(answer, count)));
        return new Row(
                row.number(),
                KvkNumber.of(Form.text(row, "organisatie")),
                Form.text(row, "stadsdeel"),
                Period.parseCode(Form.text(row, "periode")).orElseThrow(),
                questionnaire.id(),
                question,
                hasMoment ? moment(Form.text(row, "vraag")) : Optional.empty(),
                Form.text(row, "doelgroep"),
                AnswerCounts.of(scale, counts),
                row.units(ColumnName.of("respons")).orElse(0),
                row.units(ColumnName.of("uitgenodigd")));
    }

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
    public record Row(
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
}
