package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeDeliveries() throws IOException {
        Sheet.write(folder, "laak.csv", Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW02"));
        Sheet.write(folder, "escamp.csv", Sheet.row("stadsdeel", "Escamp", "wijk", "WK051833", "periode", "2026KW02"));
        Files.writeString(folder.resolve("sleutel"), "geheim");
    }

    private Run run(String line) {
        return Run.of(Arrays.stream(line.split(" "))
                .map(word -> word.replace(
                                "LEVERINGEN", folder.resolve("laak.csv").toString())
                        .replace("DIR", folder.toString()))
                .toArray());
    }

    private void create(String use) {
        run("dossier create DIR/laak.csv DIR/escamp.csv " + use + " -o DIR/dossier.zip")
                .exits(0);
    }

    /** Changes one file inside the dossier, and nothing else. */
    private void change(String name, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("dossier.zip"))) {
            Path file = zip.getPath("dossier", name.split("/"));
            Files.writeString(file, change.apply(Files.readString(file)));
        }
    }

    /** Changes a file and the list of hashes too, so that only what it says gives it away. */
    private void changeCarefully(String name, UnaryOperator<String> change) throws IOException {
        String[] hashes = new String[2];
        change(name, text -> {
            hashes[0] = nl.betekenisvolmeten.indicators.examples.cli.Bag.hash(text.getBytes(StandardCharsets.UTF_8));
            String changed = change.apply(text);
            hashes[1] = nl.betekenisvolmeten.indicators.examples.cli.Bag.hash(changed.getBytes(StandardCharsets.UTF_8));
            return changed;
        });
        assertThat(hashes[1]).isNotEqualTo(hashes[0]);
        change("manifest-sha256.txt", text -> text.replace(hashes[0], hashes[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--internal rekenkamer", "--public"})
    void create_isABagForAnotherProgramToo(String use) throws Exception {
        create(use);
        Path unpacked = folder.resolve("bag");
        try (ZipFile zip = new ZipFile(folder.resolve("dossier.zip").toFile())) {
            for (var entry : zip.stream().toList()) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Bag bag = new BagReader().read(unpacked.resolve("dossier"));
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(bag, true);
        }
        assertThat(bag.getPayLoadManifests()).hasSize(1);
    }

    @Test
    void create_public_hasNoDeliveries() throws IOException {
        create("--public --key DIR/sleutel");
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(folder.resolve("dossier.zip").toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        assertThat(names)
                .noneMatch(name -> name.contains("/inputs/"))
                .contains(
                        "dossier/data/results/openbaar/wijk-jaar.csv",
                        "dossier/data/definitions/gemeente-standaard@2026.1.json");
    }

    /** A person's name or number in a file name, and agreements about a few people, must not become public. */
    @Test
    void create_public_hasNoFileNamesAndNoAgreements() throws IOException {
        Files.copy(folder.resolve("laak.csv"), folder.resolve("jansen-0612345678.csv"));
        Files.writeString(folder.resolve("mevrouw-jansen.json"), """
                {"id": "jansen", "version": "1", "title": {"nl": "Afspraken", "en": "Agreements"}, "status": "draft",
                 "provenance": {"note": {"nl": "Van mevrouw Jansen", "en": "By Ms Jansen"},
                  "sources": [{"id": "X", "title": "Jansen", "reference": "X"}]},
                 "agreements": [
                  {"organisation": "91000011", "areas": ["Laak"], "validFrom": "2026KW01", "dueAfterDays": 30}]}
                """);
        run("dossier create DIR/jansen-0612345678.csv DIR/escamp.csv --context DIR/mevrouw-jansen.json --public"
                        + " -o DIR/dossier.zip")
                .exits(0);
        try (ZipFile zip = new ZipFile(folder.resolve("dossier.zip").toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(entry.getName()).doesNotContainIgnoringCase("jansen");
                try (InputStream in = zip.getInputStream(entry)) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .as(entry.getName())
                            .doesNotContainIgnoringCase("jansen");
                }
            }
        }
        String verify = "dossier verify DIR/dossier.zip DIR/jansen-0612345678.csv DIR/escamp.csv";
        assertThat(run(verify).exits(2).err()).contains("Geef ze ook op met --context");
        assertThat(run(verify + " --context DIR/mevrouw-jansen.json").exits(0).err())
                .contains("byte voor byte");
    }

    /**
     * A different choice of hidden cells could, combined with the tables of protect, reveal the hidden cells of both.
     */
    @Test
    void create_publicWithTheOptionsOfProtect_hasTheSameTables() throws IOException {
        run("formats gemeente-standaard@2026.1 --json -o DIR/beleid.json").exits(0);
        Path policy = folder.resolve("beleid.json");
        Files.writeString(policy, Files.readString(policy).replaceFirst("\"rounding\" : 5", "\"rounding\" : 10"));
        String options = " --policy DIR/beleid.json --earlier DIR/eerder";
        run("protect DIR/laak.csv DIR/escamp.csv --policy DIR/beleid.json -o DIR/eerder")
                .exits(0);
        run("protect DIR/laak.csv DIR/escamp.csv" + options + " -o DIR/openbaar")
                .exits(0);
        run("dossier create DIR/laak.csv DIR/escamp.csv" + options + " --public -o DIR/dossier.zip")
                .exits(0);
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("dossier.zip"))) {
            for (String name : List.of("stadsdeel-jaar.csv", "wijk-jaar.csv", "bescherming.html")) {
                assertThat(Files.readString(zip.getPath("dossier/data/results/openbaar", name)))
                        .isEqualTo(Files.readString(folder.resolve("openbaar").resolve(name)));
            }
            assertThat(zip.getPath("dossier/data/options/earlier-1/wijk-jaar.csv"))
                    .exists();
        }
        assertThat(run("dossier verify DIR/dossier.zip DIR/laak.csv DIR/escamp.csv")
                        .exits(0)
                        .err())
                .contains("byte voor byte");
    }

    @Test
    void create_noResults_reportsWhy() throws IOException {
        Files.writeString(folder.resolve("afspraken.json"), "{}");
        assertThat(run("dossier create DIR/laak.csv --context DIR/afspraken.json --public -o DIR/dossier.zip")
                        .exits(2)
                        .err())
                .contains("options/context.json is niet te gebruiken:\n  BM-D02 (1, ): In de definitie ontbreekt id.")
                .contains("Van deze leveringen zijn geen resultaten te maken.");
    }

    @Test
    void create_otherMachine_sameBytesAndVerifies() throws IOException {
        create("--internal rekenkamer");
        byte[] here = Files.readAllBytes(folder.resolve("dossier.zip"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            create("--internal rekenkamer --force");
            assertThat(Files.readAllBytes(folder.resolve("dossier.zip"))).isEqualTo(here);
            assertThat(run("dossier verify DIR/dossier.zip").exits(0).err()).contains("byte voor byte");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void verify_public_recomputesFromTheDeliveries() {
        create("--public --key DIR/sleutel");
        assertThat(run("dossier verify DIR/dossier.zip").exits(0).err()).contains("niet nagerekend");
        assertThat(run("dossier verify DIR/dossier.zip DIR/laak.csv DIR/escamp.csv --key DIR/sleutel")
                        .exits(0)
                        .err())
                .contains("byte voor byte");
        Sheet.write(
                folder,
                "laak.csv",
                Sheet.row("stadsdeel", "Laak", "wijk", "WK051838", "periode", "2026KW02", "bezoeken", "99"));
        assertThat(run("dossier verify DIR/dossier.zip DIR/laak.csv DIR/escamp.csv --key DIR/sleutel")
                        .exits(1)
                        .err())
                .contains("Levering laak.csv is niet die waarvan het dossier is gemaakt.")
                .contains("results/openbaar/stadsdeel-jaar.csv komt er bij narekenen anders uit.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/inputs/laak.csv | ;Laak; | ;Laak ; | Levering laak.csv is niet die waarvan",
                "data/definitions/denhaag-welzijn@2026.2.json | \"CORE\" | \"OPTIONAL\" | definitions/denhaag-welzijn@2026.2.json is hier anders.",
                "data/dossier.txt | Version: | Version: 0.0.1-van-een-ander- | Het dossier is gemaakt met versie 0.0.1-van-een-ander-",
                "data/results/totalen.csv | Laak | Segbroek | results/totalen.csv komt er bij narekenen anders uit.",
            })
    void verify_changed_isNamedEvenWhereTheHashesWereChangedToo(String name, String from, String to, String says)
            throws IOException {
        create("--internal rekenkamer");
        changeCarefully(name, text -> text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        assertThat(run("dossier verify DIR/dossier.zip").exits(1).err()).contains(says);
    }

    @Test
    void verify_changedPolicy_isNamed() throws IOException {
        create("--public");
        changeCarefully("data/definitions/gemeente-standaard@2026.1.json", text -> text.replace("10", "3"));
        assertThat(run("dossier verify DIR/dossier.zip").exits(1).err())
                .contains("definitions/gemeente-standaard@2026.1.json is hier anders.");
    }

    @Test
    void verify_changedFile_isNamedByItsHash() throws IOException {
        create("--internal rekenkamer");
        change("data/LEESMIJ.txt", text -> "Openbaar.");
        assertThat(run("dossier verify DIR/dossier.zip").exits(1).err()).contains("LEESMIJ.txt is veranderd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier create DIR/laak.csv -o DIR/dossier.zip",
                "dossier create DIR/laak.csv --internal  -o DIR/dossier.zip",
                "dossier create DIR/laak.csv --internal rekenkamer --public -o DIR/dossier.zip",
                "dossier create DIR/laak.csv --internal rekenkamer -o DIR/dossier.txt",
                "dossier create DIR/laak.csv --internal rekenkamer --key DIR/sleutel -o DIR/dossier.zip",
                "dossier verify DIR/laak.csv",
            })
    void dossier_wrongUse_isTwo(String line) {
        run(line).exits(2).saysOneLine();
        assertThat(folder.resolve("dossier.zip")).doesNotExist();
    }
}
