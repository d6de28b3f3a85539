package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.output.IndicatorsModule;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Reads a delivery and prints what is wrong with it, its totals, and its totals in JSON of its own. */
public final class Consumer {

    private static final String DELIVERY = """
            organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;vrijwilligers;vrijwilligersuren;doorverwijzingen;toelichting
            91000011;Centrum;WK051822;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;40;12;3;2;20,5;1;
            91000011;Centrum;WK051822;2026KW01;1;TAAL;Taalcafé;ALLEN;50-66;10;30;31;3;2;20,5;1;
            """;

    private Consumer() {}

    /**
     * Runs.
     *
     * @param arguments none
     * @throws JsonProcessingException if the totals cannot be written
     */
    public static void main(String[] arguments) throws JsonProcessingException {
        Delivery delivery =
                Indicators.bundled().read(DeliverySource.of("levering.csv", DELIVERY.getBytes(StandardCharsets.UTF_8)));
        delivery.messages(Language.NL).forEach(System.out::println);
        ResultTable totals = delivery.totals("stadsdeel");
        for (String measure : totals.series()) {
            totals.figure(measure, "Centrum").ifPresent(figure -> System.out.println(measure + " = " + figure));
        }
        JsonMapper json = JsonMapper.builder()
                .addModule(IndicatorsModule.forInternalUse("test", Language.NL, Audience.FILLER))
                .build();
        System.out.println(json.writeValueAsString(Map.of("totals", totals)));
    }
}
