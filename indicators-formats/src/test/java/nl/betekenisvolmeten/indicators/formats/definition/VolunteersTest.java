package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

/** The age group of a row is the participants': it parts them, and not the volunteers who receive them. */
class VolunteersTest {

    private static final String DELIVERY = String.join(
            "\n",
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers",
            "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20;2",
            "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;30-49;10;90;30;3",
            "");

    @Test
    void volunteersOfTwoAgeGroups_mayBeTheSame_participantsNot() {
        CountTable table = DeliveryReader.of(Definitions.bundled())
                .readTable(DeliverySource.ofText("levering.csv", DELIVERY))
                .orThrow();
        ResultTable totals = AggregationPlan.by(table.structure(), "wijk").aggregate(table);
        assertThat(value(totals, "unieke_deelnemers").exact().orElseThrow()).isEqualByComparingTo("50");
        assertThat(value(totals, "vrijwilligers").lowerBound().orElseThrow()).isEqualByComparingTo("3");
        assertThat(value(totals, "vrijwilligers").upperBound().orElseThrow()).isEqualByComparingTo("5");
    }

    private static CellValue value(ResultTable totals, String series) {
        return totals.figure(series, "WK051838").orElseThrow().value();
    }
}
