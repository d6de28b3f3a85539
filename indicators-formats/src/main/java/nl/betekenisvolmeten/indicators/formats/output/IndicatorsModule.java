package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.internal.result.BoundsJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.FindingJson;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonObject;
import nl.betekenisvolmeten.indicators.formats.internal.result.OwnSerializer;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;

/**
 * A module of Jackson 2 with which a program puts a {@link Finding}, {@link Figure}, {@link ResultTable} or {@link Comparison}
 * into JSON of its own. They are written as in the files of this library, whatever the program's mapper does with names,
 * numbers and nulls: a table as an array of rows. They cannot be read back.
 *
 * <p>Figures may be small and may point to people. Who makes the module says what they are let out for, as with {@link
 * InternalUse}: they are not protected, and not for publication.
 */
public final class IndicatorsModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    private IndicatorsModule(String purpose, Language language, Audience audience, MessageCatalogue catalogue) {
        super("indicators");
        show(
                Finding.class,
                finding -> FindingJson.of(
                        finding, catalogue.message(finding, language, audience).text()));
        show(Figure.class, IndicatorsModule::figure);
        show(
                ResultTable.class,
                table -> JsonResults.totals(
                        InternalUse.of(table, purpose), new TotalsComparison(List.of(), Findings.none())));
        show(Comparison.class, comparison -> JsonResults.comparison(InternalUse.of(comparison, purpose)));
    }

    /**
     * Returns a module for people who may see unprotected figures.
     *
     * @param purpose what the figures are let out for
     * @param language the language of the messages of findings
     * @param audience the reader of the messages of findings
     * @return the module
     * @throws IllegalArgumentException if the purpose is blank
     */
    public static IndicatorsModule forInternalUse(String purpose, Language language, Audience audience) {
        return forInternalUse(purpose, language, audience, MessageCatalogue.bundled());
    }

    /**
     * Returns a module for people who may see unprotected figures, with messages of the program's own.
     *
     * @param purpose what the figures are let out for
     * @param language the language of the messages of findings
     * @param audience the reader of the messages of findings
     * @param catalogue the messages
     * @return the module
     * @throws IllegalArgumentException if the purpose is blank
     */
    public static IndicatorsModule forInternalUse(
            String purpose, Language language, Audience audience, MessageCatalogue catalogue) {
        InternalUse<String> chosen = InternalUse.of("module", purpose);
        return new IndicatorsModule(chosen.purpose(), language, audience, catalogue);
    }

    private <T> void show(Class<T> type, Function<T, Object> view) {
        addSerializer(type, OwnSerializer.view(type, view));
    }

    /** Returns a total and what it rests on. */
    private static JsonObject figure(Figure figure) {
        return BoundsJson.of(figure.value())
                .with("numerator", figure.numerator().map(BoundsJson::of))
                .with("denominator", figure.denominator().map(BoundsJson::of))
                .with("cells_known", figure.cellsKnown())
                .with("cells_missing", figure.cellsMissing());
    }
}
