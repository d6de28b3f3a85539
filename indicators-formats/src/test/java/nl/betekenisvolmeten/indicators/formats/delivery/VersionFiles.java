package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Small files of several versions and forms. Figures and organisations are made up. */
final class VersionFiles {

    static final List<String> VERSIONS = List.of("2025.1", "2025.2", "2026.1");

    private static final String START = "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;";
    private static final String CLIENTS =
            "leeftijdsgroep;begin;opgestart;afgesloten;eind;unieke_clienten;hulpvragen;terugkeer;doorlooptijd_dagen;"
                    + "doelen_gesteld;doelen_behaald;wachttijd_dagen;doorverwijzingen;toelichting\n";

    private VersionFiles() {}

    static DeliverySet set(DeliverySource... files) {
        return DeliverySet.of(DeliveryReader.of(Definitions.bundled()), List.of(files));
    }

    /** Files of individual support for those who do not know the version to which the steps of both versions lead. */
    static DeliverySet setWithoutSteps(DeliverySource... files) {
        Definitions known = Definitions.empty().with(support("2025.1")).with(support("2026.1"));
        return DeliverySet.of(DeliveryReader.of(known), List.of(files));
    }

    static FormatDefinition support(String version) {
        return Definitions.bundled().formats().get(FormatId.of("individuele-ondersteuning", version));
    }

    static FormatDefinition telformat(String version) {
        return Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", version));
    }

    /** A telling with one row: an activity of its own in the first period of the version. */
    static DeliverySource telling(String name, String version, String activity, int visits) {
        String text = switch (version) {
            case "2025.1" ->
                START
                        + "leeftijdsgroep;bijeenkomsten;deelnemers;unieke_deelnemers;vrijwilligers;"
                        + "vrijwilligersuren;doorverwijzingen;toelichting\n"
                        + "91000011;Centrum;Archipelbuurt;2025KW03;2;OPVOEDEN;" + activity + ";0-11;8;" + visits
                        + ";7;2;29;0;\n";
            case "2025.2" ->
                START
                        + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;vrijwilligers;"
                        + "vrijwilligersuren;doorverwijzingen;toelichting\n"
                        + "91000011;Centrum;WK051805;2025KW04;2;OPVOEDEN;" + activity + ";OUDERS;0-11;8;" + visits
                        + ";7;2;29;0;\n";
            default ->
                START
                        + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers;nieuwe_deelnemers;"
                        + "vrijwilligers;vrijwilligersuren;doorverwijzingen;toelichting\n"
                        + "91000011;Centrum;WK051805;2026KW01;2;OPVOEDEN;" + activity + ";OUDERS;0-11;8;" + visits
                        + ";7;;2;29;0;\n";
        };
        return DeliverySource.ofText(name, text);
    }

    /** Individual support before seriousness was asked: five trajectories begin in Laak. */
    static DeliverySource supportOf2025() {
        return DeliverySource.ofText(
                "ondersteuning-2025.csv",
                "organisatie;stadsdeel;periode;vorm;" + CLIENTS
                        + "91000011;Laak;2026KW01;INDIVIDUEEL;30-49;10;5;3;12;14;;;100;;;;;\n");
    }

    /** Individual support by seriousness: four and one. */
    static DeliverySource supportOf2026() {
        return DeliverySource.ofText(
                "ondersteuning-2026.csv",
                "organisatie;stadsdeel;periode;vorm;ernst;" + CLIENTS
                        + "91000029;Laak;2026KW02;INDIVIDUEEL;LICHT;30-49;8;4;2;10;11;;;50;;;;;\n"
                        + "91000029;Laak;2026KW02;INDIVIDUEEL;ZWAAR;30-49;4;1;1;4;5;;;200;;;;;\n");
    }

    static DeliverySource unknown() {
        return DeliverySource.ofText("boodschappen.csv", "melk;brood\n1;2\n");
    }
}
