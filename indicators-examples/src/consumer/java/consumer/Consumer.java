package consumer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.output.IndicatorsModule;
import nl.betekenisvolmeten.indicators.model.AreaLevel;

/** Does what the README shows with a delivery that it writes in the working folder, and prints totals in JSON of its own. */
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
     * @throws IOException if the delivery cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of("levering.csv"), DELIVERY);
        Indicators indicators = Indicators.bundled(); // formats, areas, populations, indicators
        Delivery delivery = indicators.read(Path.of("levering.csv")); // bad data gives findings, never an exception
        delivery.messages(Language.NL).forEach(System.out::println); // what is wrong, in words
        System.out.println(delivery.totals("wijk").toText(Language.NL)); // exact, or between two bounds, with coverage
        System.out.println(delivery.compare(AreaLevel.WIJK).toText(Language.NL));

        JsonMapper json = JsonMapper.builder()
                .addModule(IndicatorsModule.forInternalUse("test", Language.NL, Audience.FILLER))
                .build();
        System.out.println(json.writeValueAsString(Map.of("totals", delivery.totals("stadsdeel"))));
    }
}
