package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.form.CountFile;
import nl.betekenisvolmeten.indicators.formats.form.RegistrationCount;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * A made-up year of welfare work in which it is known who came where: organisations, each in one or two stadsdelen, with
 * people who come to several activities, of several organisations, some often and most seldom.
 */
final class CityYear {

    static final Definitions DEFINITIONS = Definitions.bundled();
    static final ProtocolDefinition PROTOCOL =
            DEFINITIONS.protocols().get(FormatId.of("telling-gebiedsgericht", "2026.2"));
    static final FormatDefinition TOTALS = DEFINITIONS.formats().get(FormatId.of("telformat-kort", "2026.1"));

    private static final int YEAR = 2026;
    private static final Map<String, List<String>> WIJKEN = Map.of(
            "Laak", List.of("WK051838", "WK051839"),
            "Centrum", List.of("WK051828", "WK051829"),
            "Segbroek", List.of("WK051812", "WK051819"));
    private static final List<String> KINDS = List.of("ETEN", "BEWEGEN", "TAAL");

    /**
     * A visit.
     *
     * @param organisation whose activity it was
     * @param stadsdeel where
     * @param wijk where in it
     * @param day when
     * @param activity to which
     * @param who who came; blank for someone whose name was not asked
     */
    record Visit(String organisation, String stadsdeel, String wijk, LocalDate day, String activity, String who) {

        boolean isIn(Period period) {
            return period.contains(Period.from(period.kind(), day));
        }
    }

    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, RegistrationCounter.Count> counts = new HashMap<>();

    private CityYear() {}

    /** Draws a year; with or without people whose names were not asked. */
    static CityYear draw(Random random, boolean nameless) {
        CityYear city = new CityYear();
        Map<String, List<String>> places = Map.of(
                "91000011", List.of("Laak", "Centrum"),
                "91000029", List.of("Centrum"),
                "91000045", List.of("Segbroek"));
        int people = 10 + random.nextInt(40);
        places.forEach((organisation, districts) -> districts.forEach(district -> {
            for (int p = 0; p < people; p++) {
                if (random.nextInt(3) > 0) {
                    city.visits("P" + p, organisation, district, random);
                }
            }
            if (nameless) {
                city.visits("", organisation, district, random);
            }
        }));
        return city;
    }

    /** One in five comes often, and each for a part of the year only. */
    private void visits(String who, String organisation, String district, Random random) {
        int times = random.nextInt(5) == 0 ? 5 + random.nextInt(20) : 1 + random.nextInt(3);
        int from = random.nextInt(300);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < times; i++) {
            int activity = random.nextInt(KINDS.size());
            LocalDate day = LocalDate.ofYearDay(YEAR, 1 + Math.min(364, from + random.nextInt(120)));
            List<String> wijken = WIJKEN.getOrDefault(district, List.of());
            String wijk = wijken.get(activity % wijken.size());
            if (seen.add(day + " " + activity)) {
                visits.add(new Visit(organisation, district, wijk, day, KINDS.get(activity), who));
            }
        }
    }

    Stream<Visit> visits() {
        return visits.stream();
    }

    List<String> organisations() {
        return visits().map(Visit::organisation).distinct().sorted().toList();
    }

    /** The records of an organisation, counted. */
    private RegistrationCounter.Count count(String organisation) {
        return counts.computeIfAbsent(organisation, this::counted);
    }

    private RegistrationCounter.Count counted(String organisation) {
        StringBuilder text = new StringBuilder("datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;"
                + "rol;uren;doorverwezen;aantal;uit_stadsdeel\n");
        visits().filter(visit -> visit.organisation().equals(organisation))
                .forEach(visit -> text.append(String.join(
                                ";",
                                visit.day().toString(),
                                visit.activity(),
                                visit.activity(),
                                visit.wijk(),
                                "ALLEN",
                                visit.who(),
                                "",
                                "DEELNEMER",
                                "",
                                "nee",
                                "",
                                ""))
                        .append('\n'));
        RegistrationCount count = RegistrationCount.of(
                        PROTOCOL, KvkNumber.of(organisation), DeliveryReader.of(DEFINITIONS))
                .withTotals()
                .withRecordsFrom(LocalDate.of(YEAR, 1, 1));
        count.read(DeliverySource.ofText(organisation + ".csv", text.toString()));
        Checked<RegistrationCounter.Count> counted = count.result();
        return counted.orThrow();
    }

    /** The rows of an organisation. */
    DeliverySource rows(String organisation) {
        RegistrationCounter.Count counted = count(organisation);
        return source(
                organisation + "-rijen.csv",
                PROTOCOL.format(),
                writer -> CountFile.write(counted, PROTOCOL.format(), writer));
    }

    /** Its own totals. */
    DeliverySource totals(String organisation) {
        RegistrationCounter.Count counted = count(organisation);
        return source(
                organisation + "-totalen.csv",
                TOTALS,
                writer -> CountFile.writeTotals(counted, PROTOCOL.protocol(), TOTALS, writer));
    }

    private interface Body {
        void write(RowWriter writer) throws IOException;
    }

    private static DeliverySource source(String name, FormatDefinition format, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWriter writer = DeliveryWriter.of(format, Carrier.CSV, bytes)) {
            body.write(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DeliverySource.ofText(name, bytes.toString(StandardCharsets.UTF_8));
    }
}
