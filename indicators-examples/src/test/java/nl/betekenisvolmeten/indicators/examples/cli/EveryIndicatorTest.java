package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.examples.sample.SampleDeliveries;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every bundled indicator gets a figure that is judged from one set of deliveries, compared with the city or with a target, or
 * says why not. An indicator that can never get a figure asks organisations for nothing.
 */
class EveryIndicatorTest {

    private static final Set<String> VERDICTS = Set.of("better", "worse", "similar", "no_judgement");
    private static final List<String> QUARTERS = List.of("2027KW01", "2027KW02", "2027KW03", "2027KW04");
    private static final Set<String> SETTLED = Set.of("met", "not-met");

    @TempDir
    private Path folder;

    private static List<Indicator> all() {
        return Definitions.bundled().indicatorSets().all().stream()
                .flatMap(set -> set.indicators().stream())
                .toList();
    }

    private static Indicator find(String id) {
        return all().stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The counts of two organisations in two stadsdelen. */
    private List<Path> counts() throws IOException {
        SampleDeliveries deliveries = SampleDeliveries.create();
        List<Path> files = new ArrayList<>();
        for (String kvk : List.of("91000053", "91000037")) {
            for (String quarter : QUARTERS) {
                Path file = folder.resolve(kvk + "-" + quarter + ".csv");
                try (Writer out = Files.newBufferedWriter(file)) {
                    deliveries.write(KvkNumber.of(kvk), Period.ofCode(quarter), out);
                }
                files.add(file);
            }
        }
        return files;
    }

    /** The same rows in each quarter of the year. */
    private Path yearly(String name, String header, List<String> rows) {
        StringBuilder all = new StringBuilder(header + "\n");
        for (String quarter : QUARTERS) {
            rows.forEach(row -> all.append(row.replace("QUARTER", quarter)).append('\n'));
        }
        return Sheet.writeText(folder, name, all.toString());
    }

    /** Individual support in two stadsdelen that differ in everything: who starts what, in time or not, and how it ends. */
    private Path support() {
        FormatDefinition format = Definitions.bundled()
                .formats()
                .latest("individuele-ondersteuning")
                .orElseThrow();
        List<String> names =
                format.columns().stream().map(column -> column.name().value()).toList();
        List<String> kinds =
                List.of("INFORMATIE_ADVIES", "LEUN_STEUN", "INDIVIDUEEL", "COLLECTIEF", "CLIENTONDERSTEUNING");
        int[][] started = {{200, 100, 100, 40, 20}, {60, 40, 200, 200, 80}};
        List<String> rows = new ArrayList<>();
        for (int area = 0; area < 2; area++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                Map<String, String> row = support(area == 0, started[area][kind]);
                row.put("organisatie", area == 0 ? "91000053" : "91000037");
                row.put("stadsdeel", area == 0 ? "Laak" : "Escamp");
                row.put("vorm", kinds.get(kind));
                rows.add(names.stream().map(name -> row.getOrDefault(name, "")).collect(Collectors.joining(";")));
            }
        }
        return yearly("io.csv", String.join(";", names), rows);
    }

    private static Map<String, String> support(boolean well, int started) {
        int closed = started * (well ? 4 : 8) / 10;
        int planned = closed * (well ? 8 : 3) / 10;
        int stopped = closed / (well ? 20 : 4);
        int referred = closed / (well ? 20 : 5);
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put("begin", started);
        numbers.put("opgestart", started);
        numbers.put("afgesloten", closed);
        numbers.put("eind", 2 * started - closed);
        numbers.put("unieke_clienten", started);
        numbers.put("hulpvragen", started * (well ? 1 : 2));
        numbers.put("terugkeer", started / (well ? 20 : 3));
        numbers.put("doorlooptijd_dagen", 100);
        numbers.put("doelen_gesteld", started);
        numbers.put("doelen_behaald", started * (well ? 8 : 4) / 10);
        numbers.put("wachttijd_dagen", well ? 5 : 20);
        numbers.put("doorverwijzingen", referred);
        numbers.put("binnen_norm", started * (well ? 9 : 4) / 10);
        numbers.put("afgesloten_volgens_plan", planned);
        numbers.put("afgesloten_voortijdig_bewoner", stopped);
        numbers.put("afgesloten_doorverwezen", referred);
        numbers.put("afgesloten_verhuisd", 0);
        numbers.put("afgesloten_reden_onbekend", closed - planned - stopped - referred);
        Map<String, String> row = new HashMap<>(
                Map.of("periode", "QUARTER", "zwaarte", "LICHT", "ernst", "LICHT", "leeftijdsgroep", "30-49"));
        numbers.forEach((name, number) -> row.put(name, Integer.toString(number)));
        return row;
    }

    /** Answers to all questions of the three questionnaires, favourable in one stadsdeel and not in the other. */
    private Path answers() {
        List<String> rows = new ArrayList<>();
        Map<String, String> agree = Map.of("ce-snel", "clientervaring", "pt-afspraken", "partnertevredenheid");
        Map<String, String> marks =
                Map.of("ce-rapportcijfer", "clientervaring", "pt-rapportcijfer", "partnertevredenheid");
        Map<String, String> yesNo = Map.of("ce-effect", "clientervaring", "de-baat", "deelnemerservaring");
        for (String area : List.of("91000053;Laak;80;20", "91000037;Escamp;40;60")) {
            String[] cells = area.split(";");
            String start = cells[0] + ";" + cells[1] + ";QUARTER;%s;%s;ALLEN;";
            String yes = cells[2];
            String no = cells[3];
            agree.forEach(
                    (question, list) -> rows.add(start.formatted(list, question) + no + ";" + yes + ";;;;;200;100"));
            marks.forEach((question, list) ->
                    rows.add(start.formatted(list, question) + ";;" + no + ";" + yes + ";;;200;100"));
            yesNo.forEach((question, list) ->
                    rows.add(start.formatted(list, question) + ";;;;" + yes + ";" + no + ";200;100"));
        }
        return yearly(
                "em.csv",
                "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;helemaal_oneens;eens;score_4;score_8;ja;nee;"
                        + "uitgenodigd;respons",
                rows);
    }

    private Path youthCare() {
        return yearly(
                "htp.csv",
                "organisatie;gemeente;periode;indicator;teller;noemer",
                Stream.of("BEREIK", "BESCHIKBAARHEID", "CLIENTERVARING", "PARTNERTEVREDENHEID", "EFFECTIVITEIT")
                        .map(code -> "91000053;Den Haag;QUARTER;" + code + ";80;100")
                        .toList());
    }

    /** By indicator, the verdicts and reasons of all stadsdelen. */
    private static void compare(List<Path> files, Map<String, Set<String>> found) {
        List<Object> args = new ArrayList<>(List.of("compare"));
        args.addAll(files);
        args.addAll(List.of("--level", "stadsdeel", "--indicator", "all", "--period", "2027", "--date", "2028-02-01"));
        Sheet.rows(Run.of(args.toArray()).exits(0).out())
                .forEach(row -> found.computeIfAbsent(row.get("indicator"), any -> new TreeSet<>())
                        .add(VERDICTS.contains(row.get("verdict")) ? "judged" : row.get("reason")));
    }

    private void targets(List<Path> files, Map<String, Set<String>> found) {
        StringBuilder rows =
                new StringBuilder("indicator;gebied;periode;vergelijking;waarde;waarde_tot;nulmeting;bron\n");
        all().forEach(indicator -> rows.append("%s;%s;2027JJ00;MINSTENS;0.01;;;test\n"
                .formatted(
                        indicator.id(), indicator.levels().contains(AreaLevel.STADSDEEL) ? "SD0518-LAAK" : "GM0518")));
        List<Object> args = new ArrayList<>(List.of("targets"));
        args.addAll(files);
        args.addAll(List.of("--targets", Sheet.writeText(folder, "doel.csv", rows.toString()), "--date", "2028-02-01"));
        Sheet.rows(Run.of(args.toArray()).exits(0).out())
                .forEach(row -> found.computeIfAbsent(row.get("indicator"), any -> new TreeSet<>())
                        .add(SETTLED.contains(row.get("outcome")) ? "judged" : row.get("reasons")));
    }

    @Test
    void everyIndicator_isJudgedOrSaysWhyNot() throws IOException {
        Map<String, Set<String>> compared = new TreeMap<>();
        List<Path> files = new ArrayList<>(counts());
        compare(files, compared);
        compare(List.of(support()), compared);
        compare(List.of(answers()), compared);
        Map<String, Set<String>> settled = new TreeMap<>();
        files.addAll(List.of(support(), answers(), youthCare()));
        targets(files, settled);
        Map<String, Set<String>> open = new TreeMap<>();
        Map<String, Set<String>> withTargetOnly = new TreeMap<>();
        for (Indicator indicator : all()) {
            String id = indicator.id().value();
            Set<String> said = compared.getOrDefault(id, Set.of("not compared"));
            if (!said.contains("judged")) {
                (settled.getOrDefault(id, Set.of()).contains("judged") ? withTargetOnly : open).put(id, said);
            }
        }
        // one in ten rows of the samples leaves open who is new, as organisations do
        assertThat(open).containsOnlyKeys("aandeel-nieuwe-deelnemers");
        assertThat(open.get("aandeel-nieuwe-deelnemers")).contains("incomplete");
        Map<String, Set<String>> byReason = new TreeMap<>();
        withTargetOnly.forEach((id, reasons) -> reasons.stream()
                .filter(reason -> !reason.equals("missing"))
                .forEach(reason ->
                        byReason.computeIfAbsent(reason, any -> new TreeSet<>()).add(id)));
        assertThat(byReason).containsOnlyKeys("not compared", "lower_bound", "bounds", "visitors_included");
        // larger areas have more of them, or they are means, or of the whole city
        assertThat(byReason.get("not compared"))
                .allSatisfy(id -> assertThat(find(id).formula().getClass() == Formula.Total.class
                                || find(id).formula().getClass() == Formula.Mean.class
                                || find(id).levels().equals(Set.of(AreaLevel.GEMEENTE)))
                        .as(id)
                        .isTrue());
        // shares and numbers of visits: how often the same people come is in the organisations' own totals
        assertThat(byReason.get("lower_bound")).allSatisfy(id -> assertThat(id).contains("bezoeken"));
        // meetings and persons are shared over rows and quarters
        assertThat(byReason.get("bounds"))
                .containsExactlyInAnyOrder(
                        "aandeel-terugkeer",
                        "bereik-per-1000-inwoners",
                        "bezoeken-per-bijeenkomst",
                        "clienten-per-1000-inwoners",
                        "vrijwilligers-per-100-deelnemers",
                        "vrijwilligersuren-per-bijeenkomst");
        assertThat(byReason.get("visitors_included")).containsExactly("vrijwilligers-per-1000-inwoners");
    }
}
