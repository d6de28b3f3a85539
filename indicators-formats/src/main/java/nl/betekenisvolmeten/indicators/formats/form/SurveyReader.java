package nl.betekenisvolmeten.indicators.formats.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.survey.AnswerCounts;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.AnswerScale;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

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

    private final DeliveryReader reader;
    private final List<Questionnaire> questionnaires;

    private SurveyReader(DeliveryReader reader, List<Questionnaire> questionnaires) {
        this.reader = reader;
        this.questionnaires = List.copyOf(questionnaires);
    }

    /**
     * A reader of the latest version of the form.
     *
     * @param definitions where the form and its questionnaires are looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static SurveyReader of(Definitions definitions) {
        FormatDefinition format =
                definitions.latest(FORMAT).orElseThrow(() -> new IllegalArgumentException("no format " + FORMAT));
        return new SurveyReader(DeliveryReader.of(definitions).withFormat(format.id()), definitions.questionnaires());
    }

    /**
     * Reads answers.
     *
     * @param source the delivery
     * @return the answers of the good rows, in order, and what was found; no answers when the delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<SurveyRow>> read(DeliverySource source) {
        List<CheckedRow> rows = new ArrayList<>();
        DeliveryReport report = reader.readRows(source, any -> rows::add);
        FindingCollector findings = FindingCollector.withDefaults();
        findings.combine(report.findings());
        List<SurveyRow> answers = new ArrayList<>();
        for (CheckedRow row : rows) {
            surveyRow(row).ifPresentOrElse(answers::add, () -> findings.add(noQuestionnaire(source.name(), row)));
        }
        return new Checked<>(report.format().map(any -> List.copyOf(answers)), findings.toFindings());
    }

    private static Finding noQuestionnaire(String source, CheckedRow row) {
        return Finding.of(
                NO_QUESTIONNAIRE,
                Severity.ERROR,
                Location.of(source).withRow(row.number()).withColumn("vraag"),
                Map.of("left_value", text(row, "vragenlijst"), "right_value", text(row, "vraag")));
    }

    /** The row with its question; empty when no questionnaire at hand has it, or it is scored and not counted. */
    private Optional<SurveyRow> surveyRow(CheckedRow row) {
        String code = text(row, "vraag");
        Optional<SurveyRow.Moment> moment = moment(code);
        String plain = moment.isPresent() ? code.substring(0, code.lastIndexOf('-')) : code;
        return questionnaires.stream()
                .filter(one -> one.id().name().equals(text(row, "vragenlijst")))
                .max((a, b) -> a.id().compareTo(b.id()))
                .flatMap(one -> one.question(code)
                        .map(question -> surveyRow(row, one, question, Optional.empty()))
                        .or(() -> one.question(plain)
                                .filter(question -> question.scale() == AnswerScale.LEVEL_5)
                                .map(question -> surveyRow(row, one, question, moment))));
    }

    private static Optional<SurveyRow.Moment> moment(String code) {
        if (code.endsWith(START)) {
            return Optional.of(SurveyRow.Moment.START);
        }
        return code.endsWith(END) ? Optional.of(SurveyRow.Moment.END) : Optional.empty();
    }

    private static SurveyRow surveyRow(
            CheckedRow row, Questionnaire questionnaire, Question question, Optional<SurveyRow.Moment> moment) {
        Map<String, Long> counts = new LinkedHashMap<>();
        AnswerScale scale = question.scale();
        Stream.concat(scale.answers().stream(), scale.outside().stream())
                .forEach(answer -> number(row, answer).ifPresent(count -> counts.put(answer, count)));
        return new SurveyRow(
                row.number(),
                KvkNumber.of(text(row, "organisatie")),
                text(row, "stadsdeel"),
                Period.parseCode(text(row, "periode")).orElseThrow(),
                questionnaire.id(),
                question,
                moment,
                text(row, "doelgroep"),
                AnswerCounts.of(scale, counts),
                number(row, "respons").orElse(0),
                number(row, "uitgenodigd"));
    }

    private static String text(CheckedRow row, String column) {
        return row.text(ColumnName.of(column)).orElse("");
    }

    private static OptionalLong number(CheckedRow row, String column) {
        return row.units(ColumnName.of(column));
    }
}
