package nl.betekenisvolmeten.indicators.formats.form;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.json.NestedJson;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * Reads deliveries of impact stories, as rows of text or in JSON (see below). A story that breaks a rule of severity error (no valid consent, personal data, a
 * part that is missing) is not given at all. Immutable and thread-safe.
 *
 * <p>JSON is an object or a list of objects with the form's columns as properties. What belongs together may be an
 * object of its own, {@code "toestemming": {"gegeven": true, "datum": "2026-05-12", "doel": "..."}}, which stands for
 * the columns {@code toestemming}, {@code toestemming_datum} and {@code toestemming_doel}; indicators may be a list. In
 * findings the first story is row 2.
 */
public final class StoryReader {

    /** The form's name, without version. */
    public static final String FORMAT = "impactverhaal";

    private static final FindingCode UNREADABLE = FindingCode.of("TF-S06");

    private final Form form;

    private StoryReader(Form form) {
        this.form = form;
    }

    /**
     * Returns a reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static StoryReader of(Definitions definitions) {
        return new StoryReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads stories.
     *
     * @param source the delivery
     * @return the stories of the good rows, in order, and what was found; no stories when the delivery was not
     *     recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<ImpactStory>> read(DeliverySource source) {
        Optional<DeliverySource> rows = rows(source);
        return rows.isPresent()
                ? form.read(rows.get(), StoryReader::story)
                : Checked.none(Findings.of(List.of(Finding.of(
                        UNREADABLE, Severity.ERROR, Location.of(source.name()), Map.of("reason", "malformed")))));
    }

    /** The delivery as rows of text; empty when it is JSON that cannot be read. */
    private static Optional<DeliverySource> rows(DeliverySource source) {
        try {
            return NestedJson.isJson(source) ? NestedJson.plain(source) : Optional.of(source);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    private static ImpactStory story(CheckedRow row) {
        return new ImpactStory(
                required(row, "titel"),
                setting(row),
                new ImpactStory.Content(
                        required(row, "situatie_vooraf"),
                        required(row, "inzet"),
                        required(row, "verandering"),
                        required(row, "waarom_belangrijk")),
                ImpactStory.Teller.valueOf(required(row, "verteller")),
                consent(row),
                text(row, "pseudoniem_gebruikt").map("ja"::equals),
                indicators(text(row, "indicatoren").orElse("")),
                text(row, "selectie_niveau")
                        .map(level -> new ImpactStory.Selection(level, text(row, "selectie_reden"))));
    }

    private static ImpactStory.Setting setting(CheckedRow row) {
        return new ImpactStory.Setting(
                Period.parseCode(required(row, "periode")).orElseThrow(),
                required(row, "stadsdeel"),
                text(row, "wijk"),
                required(row, "ambitie"),
                required(row, "activiteitsoort"),
                required(row, "doelgroep"),
                text(row, "domein"));
    }

    private static Optional<ImpactStory.Consent> consent(CheckedRow row) {
        Optional<LocalDate> givenOn = text(row, "toestemming_datum").map(LocalDate::parse);
        Optional<String> purpose = text(row, "toestemming_doel");
        boolean given = text(row, "toestemming").filter("ja"::equals).isPresent();
        return given && givenOn.isPresent() && purpose.isPresent()
                ? Optional.of(ImpactStory.Consent.of(givenOn.get(), purpose.get()))
                : Optional.empty();
    }

    /** What has not the shape of a code is left out: it can name no indicator. */
    private static Set<IndicatorId> indicators(String text) {
        return Arrays.stream(text.split("[,;\\s]+", -1))
                .filter(IndicatorId::isValid)
                .map(IndicatorId::of)
                .collect(Collectors.toSet());
    }

    private static Optional<String> text(CheckedRow row, String column) {
        return row.text(ColumnName.of(column));
    }

    /** The form's rules see to it that it is there. */
    private static String required(CheckedRow row, String column) {
        return text(row, column).orElseThrow();
    }
}
