package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectCommandTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;"
                    + "leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers\n";

    @TempDir
    private Path folder;

    private Path delivery;

    private static String row(String wijk, long visits, long persons) {
        return "91000011;Scheveningen;" + wijk + ";2026KW01;1;ETEN;Buurtmaaltijd;ALLEN;67+;12;" + visits + ";" + persons
                + "\n";
    }

    @BeforeEach
    void writeDelivery() throws IOException {
        delivery = folder.resolve("levering.csv");
        Files.writeString(delivery, HEADER + row("WK051807", 88, 41) + row("WK051808", 3, 2) + row("WK051809", 88, 50));
    }

    private Path protect() {
        Path target = folder.resolve("openbaar");
        Run run = Run.of("protect", delivery, "-o", target).exits(0);
        assertThat(run.err())
                .contains("wijk-jaar: 220 cijfers, waarvan 6 verborgen")
                .contains("De openbare bestanden staan in " + target);
        return target;
    }

    @Test
    void protect_aDelivery_writesTheFilesOfThePlan() throws IOException {
        try (Stream<Path> files = Files.list(protect())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
                    .containsExactly(
                            "bescherming.html",
                            "stadsdeel-jaar.csv",
                            "stadsdeel-jaar.json",
                            "stadsdeel-jaar.sdmx.csv",
                            "stadsdeel-jaar.xlsx",
                            "stadsdeel-leeftijd-jaar.csv",
                            "stadsdeel-leeftijd-jaar.json",
                            "stadsdeel-leeftijd-jaar.sdmx.csv",
                            "stadsdeel-leeftijd-jaar.xlsx",
                            "wijk-jaar.csv",
                            "wijk-jaar.json",
                            "wijk-jaar.sdmx.csv",
                            "wijk-jaar.xlsx");
        }
    }

    @Test
    void protect_existingFiles_areNotOverwritten() {
        Path target = protect();
        Run.of("protect", delivery, "-o", target).exits(2);
        Run.of("protect", delivery, "-o", target, "--force").exits(0);
    }

    /** Writes a policy with some properties. */
    private Path policy(String properties) throws IOException {
        return Files.writeString(folder.resolve("beleid.json"), """
                {"id": "proef", "version": "1", "title": {"nl": "Proef", "en": "Trial"}, "status": "draft",
                 "provenance": {"note": {"nl": "Een proef", "en": "A trial"},
                  "sources": [{"id": "X", "title": "Proef", "reference": "X"}]},
                 %s}
                """.formatted(properties));
    }

    @Test
    void protect_anotherPolicy_hidesByIt() throws IOException {
        Path policy = policy("\"threshold\": 2, \"rounding\": 1, \"requirement\": \"L0\"");
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, "-o", target, "--policy", policy).exits(0);
        assertThat(Sheet.read(target.resolve("wijk-jaar.csv")))
                .contains("WK051808;Duindorp;2026JJ00;12;exact;3;exact;2;");
        Run.of("attack", target, "--policy", policy).exits(0);
        Run.of("attack", target).exits(1);
    }

    @Test
    void protect_roundingThatAddsUp_isStated() throws IOException {
        Path policy = policy("\"threshold\": 10, \"rounding\": 5, \"additiveRounding\": true, \"requirement\": \"L1\"");
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, "-o", target, "--policy", policy).exits(0);
        assertThat(Sheet.read(target.resolve("bescherming.html")))
                .contains("Bij bijeenkomsten, bezoeken, vrijwilligersuren is zo afgerond dat de delen samen precies")
                .contains("kan daardoor tot 4 meer of minder zijn")
                .doesNotContain("elk aantal apart");
        Run.of("attack", target, "--policy", policy).exits(0);
    }

    /** Totals that no wijk has a part of would make a false sum of the wijken; an area with nothing else is absent, not zero. */
    @Test
    void protect_ownTotals_areLeftOutAndMentioned() throws IOException {
        Path totals = folder.resolve("kort.csv");
        Files.writeString(totals, """
                organisatie;stadsdeel;periode;activiteit;activiteitsoort;bijeenkomsten;bezoeken;unieke_deelnemers
                91000029;Scheveningen;2026JJ00;ALLE;;40;60;44
                91000029;Laak;2026JJ00;ALLE;;40;60;4
                """);
        Path target = folder.resolve("openbaar");
        Run run = Run.of("protect", delivery, totals, "-o", target).exits(0);
        assertThat(run.err()).contains("eigen totalen (2)");
        assertThat(Sheet.read(target.resolve("bescherming.html"))).contains("eigen totalen (2)");
        Path without = folder.resolve("zonder");
        Run.of("protect", delivery, "-o", without).exits(0);
        assertThat(Sheet.read(target.resolve("stadsdeel-jaar.csv")))
                .isEqualTo(Sheet.read(without.resolve("stadsdeel-jaar.csv")))
                .contains("SD0518-LAAK;Laak;2026JJ00;;missing;;missing;");
    }

    /** Of two organisations in a wijk each could read the few persons of the other by subtraction. */
    @Test
    void protect_fewPersonsAtASecondOrganisation_hidesTheTotal() throws IOException {
        Path other = folder.resolve("ander.csv");
        Files.writeString(other, HEADER + row("WK051809", 12, 4).replace("91000011", "91000029"));
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, other, "-o", target).exits(0);
        assertThat(Sheet.read(target.resolve("wijk-jaar.csv")))
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;;suppressed;;suppressed;");
        Path policy = folder.resolve("beleid.json");
        Files.writeString(policy, """
                {"id": "buiten", "version": "1", "title": {"nl": "Buiten", "en": "Outside"}, "status": "draft",
                 "provenance": {"note": {"nl": "Een proef", "en": "A trial"},
                  "sources": [{"id": "X", "title": "Proef", "reference": "X"}]},
                 "threshold": 10, "rounding": 5, "requirement": "L1", "coalition": 0}
                """);
        Run.of("protect", delivery, other, "-o", target, "--policy", policy, "--force")
                .exits(0);
        assertThat(Sheet.read(target.resolve("wijk-jaar.csv")))
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;25;exact;100;exact;");
    }

    /** Two deliveries give other numbers of the same: neither is published. */
    @Test
    void protect_whatDeliveriesDisagreeAbout_isNotPublished() throws IOException {
        Path other = folder.resolve("anders.csv");
        Files.writeString(other, HEADER + row("WK051809", 99, 50));
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, other, "-o", target).exits(0);
        assertThat(Sheet.read(target.resolve("wijk-jaar.csv")))
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;;suppressed;;suppressed;");
    }

    /** The form says that new participants are at most all; a plan that is silent about it would give some away. */
    @Test
    void protect_aPlanWithoutARelationOfTheForm_isRefused() throws IOException {
        Path plan = folder.resolve("plan.json");
        String text = """
                {"id": "nieuw", "version": "1", "title": {"nl": "Nieuw", "en": "New"}, "status": "draft",
                 "provenance": {"note": {"nl": "Een proef", "en": "A trial"},
                  "sources": [{"id": "X", "title": "Proef", "reference": "X"}]},
                 "policy": "gemeente-standaard@2026.1",
                 "tables": [{"name": "stadsdeel", "level": "STADSDEEL", "period": "YEAR", "counts": [
                  {"measure": "unieke_deelnemers", "persons": "unieke_deelnemers"},
                  {"measure": "nieuwe_deelnemers", "persons": "nieuwe_deelnemers"}]}]}
                """;
        Files.writeString(plan, text);
        Run refused = Run.of("protect", delivery, "-o", folder.resolve("a"), "--plan", plan, "--lang", "en")
                .exits(2);
        assertThat(refused.err()).contains("'nieuwe_deelnemers' is at most 'unieke_deelnemers' (atMost)");
        Files.writeString(
                plan,
                text.replace(
                        "\"persons\": \"nieuwe_deelnemers\"",
                        "\"persons\": \"nieuwe_deelnemers\", \"atMost\": [\"unieke_deelnemers\"]"));
        Run.of("protect", delivery, "-o", folder.resolve("b"), "--plan", plan).exits(0);
    }

    /** Six persons came to an open activity and six to an activity about health; many came in other wijken. */
    @Test
    void protect_tablesByTargetGroup_hideByTheClassOfTheGroup() throws IOException {
        Path plan = folder.resolve("plan.json");
        Files.writeString(plan, """
                {"id": "groepen", "version": "1", "title": {"nl": "Groepen", "en": "Groups"}, "status": "draft",
                 "provenance": {"note": {"nl": "Een proef", "en": "A trial"},
                  "sources": [{"id": "X", "title": "Proef", "reference": "X"}]},
                 "policy": "gemeente-standaard@2026.1",
                 "tables": [{"name": "groepen", "level": "WIJK", "period": "YEAR",
                  "by": [{"column": "doelgroep", "codes": ["ALLEN", "OUDEREN", "GGZ"]}], "counts": [
                  {"measure": "bezoeken", "persons": "unieke_deelnemers", "onePerPerson": true},
                  {"measure": "unieke_deelnemers", "persons": "unieke_deelnemers", "onePerPerson": true}]}]}
                """);
        Files.writeString(
                delivery,
                HEADER
                        + row("WK051807", 8, 6)
                        + row("WK051807", 90, 60).replace("ALLEN", "OUDEREN")
                        + row("WK051807", 80, 50).replace("ALLEN", "GGZ")
                        + row("WK051809", 90, 70)
                        + row("WK051809", 85, 60).replace("ALLEN", "OUDEREN")
                        + row("WK051809", 8, 6).replace("ALLEN", "GGZ"));
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, "-o", target, "--plan", plan).exits(0);
        assertThat(Sheet.read(target.resolve("groepen.csv")))
                .contains("WK051807;Scheveningen;2026JJ00;ALLEN;10;exact;5;exact;")
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;GGZ;;suppressed;;suppressed;")
                .contains("WK051809;Geuzen- en Statenkwartier;2026JJ00;OUDEREN;85;exact;60;exact;");
        assertThat(Sheet.read(target.resolve("bescherming.html")))
                .contains("Open activiteiten, voor iedereen (ALLEN): 5 personen.", "Andere groepen: 10 personen.")
                .contains("dat het onder zijn grens ligt")
                .contains("Ook is verborgen dat iedereen in een van deze groepen zit. Daarvoor is soms ook een 0")
                .doesNotContain("minder dan 10 personen");
        assertThat(Run.of("attack", target, "--plan", plan).exits(0).out())
                .contains("of waarvan zeker is dat het onder zijn grens ligt.");
    }

    @Test
    void attack_whatProtectWrote_findsNothing() {
        Run run = Run.of("attack", protect()).exits(0);
        String verdict = "Er is niets uit te rekenen wat verborgen moet blijven: 6 verborgen aantallen.";
        assertThat(run.err()).contains(verdict);
        assertThat(run.out())
                .startsWith(verdict)
                .contains("Onderzocht is elk verborgen aantal in stadsdeel-jaar, stadsdeel-leeftijd-jaar, wijk-jaar,")
                .contains("één getal mogelijk is, of waarvan zeker is dat het onder de 10 ligt.");
        assertThat(run.out()).contains("wijk-jaar, Duindorp 2026JJ00, bezoeken: van 1 tot ");
    }

    @Test
    void attack_aCountPutBackByHand_isFoundWithItsDerivation() throws IOException {
        Path target = protect();
        Path file = target.resolve("wijk-jaar.csv");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "WK051807;Scheveningen;2026JJ00;;suppressed;;suppressed;",
                                "WK051807;Scheveningen;2026JJ00;;suppressed;90;exact;"));
        Run run = Run.of("attack", target, "--lang", "en").exits(1);
        assertThat(run.out())
                .contains(
                        "Too much is known! wijk-jaar, Duindorp 2026JJ00, bezoeken: from 1 to 6. bezoeken Duindorp 2026JJ00"
                                + " at most 182 (bezoeken Scheveningen 2026JJ00)");
    }

    /** Each release hides another neighbour; who has both has the hidden count. */
    @Test
    void attack_twoReleases_thatHideDifferentNeighbours_findsTheCount() throws IOException {
        Path first = protect();
        Path second = folder.resolve("later");
        Files.createDirectory(second);
        Path file = first.resolve("wijk-jaar.csv");
        Files.writeString(
                second.resolve("wijk-jaar.csv"),
                Files.readString(file)
                        .replace(
                                "WK051807;Scheveningen;2026JJ00;;suppressed;;suppressed;;suppressed;",
                                "WK051807;Scheveningen;2026JJ00;10;exact;90;exact;40;exact;")
                        .replace(
                                "WK051809;Geuzen- en Statenkwartier;2026JJ00;10;exact;90;exact;50;exact;",
                                "WK051809;Geuzen- en Statenkwartier;2026JJ00;;suppressed;;suppressed;;suppressed;"));
        for (String name : List.of("stadsdeel-jaar.csv", "stadsdeel-leeftijd-jaar.csv")) {
            Files.copy(first.resolve(name), second.resolve(name));
        }
        Run.of("attack", first).exits(0);
        Run.of("attack", second).exits(0);
        assertThat(Run.of("attack", first, second).exits(1).out()).contains("Te veel bekend! wijk-jaar, Duindorp");
        Run again = Run.of("protect", delivery, "-o", folder.resolve("nieuw"), "--earlier", second)
                .exits(0);
        assertThat(again.err()).contains("wijk-jaar: 220 cijfers, waarvan 9 verborgen");
    }

    @Test
    void protect_figuresThatWerePublishedAsOtherNumbers_isRefused() throws IOException {
        Path first = protect();
        Path file = first.resolve("wijk-jaar.csv");
        Files.writeString(file, Files.readString(file).replace(";90;exact;50;exact;", ";85;exact;50;exact;"));
        for (String other : List.of("wijk-jaar.json", "wijk-jaar.sdmx.csv", "wijk-jaar.xlsx")) {
            Files.delete(first.resolve(other)); // these files still have today's number
        }
        assertThat(Run.of("protect", delivery, "-o", folder.resolve("nieuw"), "--earlier", first)
                        .exits(1)
                        .err())
                .contains("Dit kan niet openbaar worden: er is te veel uit af te leiden, of eerder is een ander getal");
    }

    /** An earlier publication counts in an attack, whatever the name of its folder. */
    @Test
    void attack_earlierPublication_isIncluded() throws IOException {
        Path first = protect();
        Path before = Files.createDirectory(folder.resolve("eerder"));
        Files.writeString(
                before.resolve("wijk-jaar.csv"),
                Files.readString(first.resolve("wijk-jaar.csv")).replace(";90;exact;50;exact;", ";85;exact;50;exact;"));
        assertThat(Run.of("attack", first, "--earlier", before).exits(1).out())
                .contains("Een cijfer verschilt tussen de bestanden: bezoeken");
    }

    @Test
    void protect_earlierWithoutAPublication_isRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("leeg"));
        Path target = folder.resolve("nieuw");
        assertThat(Run.of("protect", delivery, "-o", target, "--earlier", empty)
                        .exits(2)
                        .err())
                .contains("In " + empty + " staan geen tabellen van het plan denhaag-jaarpublicatie@2026.1.");
        Files.copy(delivery, empty.resolve("levering.csv"));
        assertThat(Run.of("protect", delivery, "-o", target, "--earlier", empty)
                        .exits(1)
                        .err())
                .contains("wat eerder openbaar is geworden, klopt niet met het plan")
                .contains("Een bestand hoort niet bij de publicatie: levering.csv");
        assertThat(target).doesNotExist();
    }

    /** Part of a publication is not a publication. */
    @Test
    void protect_fileThatCannotBeWritten_leavesNoOtherNewFiles() throws IOException {
        Path target = Files.createDirectory(folder.resolve("openbaar"));
        Path inTheWay = Files.createDirectory(target.resolve("wijk-jaar.xlsx"));
        assertThat(Run.of("protect", delivery, "-o", target).exits(3).err()).contains("wijk-jaar.xlsx");
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).containsExactly(inTheWay);
        }
    }

    /** Figures depend on the year of the population; the name of a file may contain a person's name. */
    @Test
    void protect_statement_givesTheDateOfThePopulation() throws IOException {
        String statement = Files.readString(protect().resolve("bescherming.html"));
        assertThat(statement)
                .contains("Cijfers per 1.000 inwoners gaan uit van het aantal inwoners op 1 januari 2022.");
        Path own = Files.writeString(folder.resolve("jansen.csv"), "area;inwoners\nScheveningen;60000\n");
        Path target = folder.resolve("eigen");
        Run.of("protect", delivery, "--population", own, "-o", target).exits(0);
        assertThat(Files.readString(target.resolve("bescherming.html")))
                .contains("Cijfers per 1.000 inwoners gaan uit van het aantal inwoners uit een eigen bestand.")
                .doesNotContain("jansen");
    }

    /** Files that were computed from tables are in the same folder and add no information. */
    @Test
    void protect_earlierWithComputedFiles_isRead() {
        Path first = folder.resolve("eerder");
        Run.of("protect", delivery, "-o", first, "--also", "targets,signals,plots")
                .exits(0);
        Run.of("protect", delivery, "-o", folder.resolve("nieuw"), "--earlier", first)
                .exits(0);
    }

    @Test
    void attack_aFolderThatIsNotThere_isAFault() {
        Run.of("attack", folder.resolve("weg")).exits(3);
    }

    @Test
    void attack_aFileThatIsNoTable_isTold() throws IOException {
        Path target = protect();
        Files.writeString(target.resolve("wijk-jaar.json"), "{");
        Run.of("attack", target).exits(1);
    }

    @Test
    void protect_alsoTargets_areJudgedByWhatIsPublic_andAttackReadsThem() throws IOException {
        Path targets = Sheet.targets(
                folder,
                "bezoeken-per-1000-inwoners;SD0518-SCHEVENINGEN;2026JJ00;MINSTENS;1;;",
                "unieke-deelnemers;WK051808;2026JJ00;MINSTENS;1;;");
        Path target = folder.resolve("openbaar");
        Run.of("protect", delivery, "-o", target, "--also", "targets", "--targets", targets)
                .exits(0);
        Path file = target.resolve("doelen.csv");
        assertThat(Sheet.read(file))
                .contains(";between;;complete;stated;met;")
                .contains(";suppressed;;complete;stated;withheld;;;;;no-figure;hidden;;;plan;"
                        + "denhaag-jaarpublicatie@2026.1;public\n");
        Run.of("attack", target, "--targets", targets).exits(0);
        assertThat(Run.of("attack", target).exits(1).out())
                .contains("Een bestand volgt niet uit de openbare tabellen: doelen.csv");
        Files.writeString(file, Sheet.read(file).replace(";withheld;", ";met;"));
        assertThat(Run.of("attack", target, "--targets", targets, "--lang", "en")
                        .exits(1)
                        .out())
                .contains("A file does not follow from the published tables: doelen.csv");
    }

    @Test
    void protect_alsoSignalsPlotsAndNeed_writesFilesThatAttackReads() throws IOException {
        Path facts = Sheet.writeText(
                folder, "kenmerken.csv", "gebied;kenmerk;waarde\nWK051808;laag inkomen;40\nWK051809;laag inkomen;20\n");
        Path weights = Sheet.writeText(folder, "gewichten.csv", "kenmerk;gewicht;richting\nlaag inkomen;1;HOOG\n");
        Path target = folder.resolve("openbaar");
        List<Object> need = List.of("--characteristics", facts, "--weights", weights);
        Run.of(Stream.concat(
                                Stream.of("protect", delivery, "-o", target, "--also", "signals,plots,need"),
                                need.stream())
                        .toArray())
                .exits(0);
        assertThat(Sheet.read(target.resolve("behoefte.csv")))
                .containsPattern("WK051808;.*;suppressed;;;;public\n")
                .containsPattern("WK051809;.*;48;52;between;.*;public\n");
        assertThat(Sheet.read(target.resolve("wijk-jaar-grafieken.json")))
                .contains("\"use\":\"public\"")
                .doesNotContain("internal");
        assertThat(target.resolve("stadsdeel-jaar-signalen.csv")).exists();
        Run.of(Stream.concat(Stream.of("attack", target), need.stream()).toArray())
                .exits(0);
        Run.of("attack", target).exits(1);
        assertThat(Run.of("protect", delivery, "-o", folder.resolve("x"), "--also", "need", "--lang", "en")
                        .exits(2)
                        .err())
                .contains("--characteristics, --weights");
    }
}
