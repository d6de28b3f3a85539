package nl.betekenisvolmeten.indicators.formats.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import org.jspecify.annotations.Nullable;

/** The definitions that come with the library. They load through the same door as anyone's own. */
final class Bundle {

    static final List<String> AREAS = List.of("areas/denhaag-2025.json", "areas/haarlem-2025.json");
    static final List<String> POPULATIONS = List.of("populations/denhaag-2026.json");
    static final List<String> INDICATOR_SETS = List.of("indicators/denhaag-welzijn-2026.1.json");
    static final List<String> FORMATS = List.of(
            "formats/telformat-gebiedsgericht-2025.1.json",
            "formats/telformat-gebiedsgericht-2025.2.json",
            "formats/telformat-gebiedsgericht-2026.1.json",
            "formats/individuele-ondersteuning-2025.1.json",
            "formats/individuele-ondersteuning-2026.1.json",
            "formats/registraties-2026.1.json",
            "formats/streefwaarden-2026.1.json",
            "formats/realisaties-2026.1.json",
            "formats/gebiedskenmerken-2026.1.json",
            "formats/behoeftegewichten-2026.1.json",
            "formats/gebiedsbudget-2026.1.json",
            "formats/ervaringsmeting-2026.1.json",
            "formats/impactverhaal-2026.1.json");
    static final List<String> QUESTIONNAIRES = List.of(
            "questionnaires/clientervaring-2026.1.json",
            "questionnaires/partnertevredenheid-2026.1.json",
            "questionnaires/djg-eenzaamheid-11-2026.1.json",
            "questionnaires/djg-eenzaamheid-6-2026.1.json",
            "questionnaires/zelfredzaamheidmatrix-2017.json");
    static final List<String> ACCOUNTS = List.of("accounts/verantwoording-2026.1.json");
    static final List<String> TARGETS = List.of("targets/denhaag-begroting-2026.1.json");

    static final List<String> PROTOCOLS = List.of("protocols/telling-gebiedsgericht-2026.1.json");

    /** What is in the first four lists, in short. */
    static final String INDEX = "bundled.txt";

    private static final String FOLDER = "/nl/betekenisvolmeten/indicators/formats/";

    private static volatile @Nullable Definitions loaded;

    private Bundle() {}

    /** Where files come from. */
    interface Files {
        /** Opens a file by its name in the lists above; null when there is none. */
        @Nullable InputStream open(String name);
    }

    /** All of them. Two threads may both list them, with the same outcome. */
    static Definitions definitions() {
        Definitions known = loaded;
        if (known == null) {
            known = load(Bundle::open);
            loaded = known;
        }
        return known;
    }

    static @Nullable InputStream open(String name) {
        return Bundle.class.getResourceAsStream(FOLDER + name);
    }

    /**
     * All, in an order in which what is referred to comes first. Only the index is read now, each file when it is asked
     * for: a delivery needs one format of many, and no indicators.
     *
     * @throws IndicatorsException if the index is missing or does not know a file
     */
    static Definitions load(Files files) {
        Map<String, String> index = index(files);
        Definitions all = Definitions.empty();
        for (String name : AREAS) {
            all = all.withAreas(entry(index, name), lazily(name, files, all, DefinitionReader::readAreas));
        }
        for (String name : POPULATIONS) {
            all = all.withPopulation(entry(index, name), lazily(name, files, all, DefinitionReader::readPopulation));
        }
        for (String name : INDICATOR_SETS) {
            all = all.withIndicatorSet(
                    entry(index, name), lazily(name, files, all, DefinitionReader::readIndicatorSet));
        }
        for (String name : FORMATS) {
            all = all.withFormat(
                    FormatOutline.parse(entry(index, name)), lazily(name, files, all, DefinitionReader::readFormat));
        }
        Definitions known = all;
        return all.withMore(new Lazy<>(() -> more(known, files)));
    }

    /** What a single delivery is read without: all of it is read when any of it is asked for. */
    private static MoreDefinitions more(Definitions known, Files files) {
        Definitions all = known;
        for (String name : PROTOCOLS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readProtocol));
        }
        for (String name : ACCOUNTS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readAccount));
        }
        for (String name : QUESTIONNAIRES) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readQuestionnaire));
        }
        for (String name : TARGETS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readTargets));
        }
        return all.more();
    }

    /** Reads a file with what was before it. */
    private interface Door<T> {
        Checked<T> read(DefinitionReader reader, String name, InputStream in);
    }

    private static <T> Lazy<T> lazily(String name, Files files, Definitions before, Door<T> door) {
        return new Lazy<>(() -> {
            DefinitionReader reader = DefinitionReader.of(before);
            return read(name, files, (source, in) -> door.read(reader, source, in));
        });
    }

    /** The id of each file; of a format its outline. A test compares it with the files. */
    private static Map<String, String> index(Files files) {
        try (InputStream in = files.open(INDEX)) {
            if (in == null) {
                throw new IndicatorsException("a bundled definition is missing: " + INDEX);
            }
            Map<String, String> index = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int blank = line.indexOf(' ');
                index.put(line.substring(0, blank), line.substring(blank + 1));
            });
            return index;
        } catch (IOException e) {
            throw new IndicatorsException("cannot read a bundled definition: " + INDEX, e);
        }
    }

    private static String entry(Map<String, String> index, String name) {
        String entry = index.get(name);
        if (entry == null) {
            throw new IndicatorsException("a bundled definition is missing: " + name + " in " + INDEX);
        }
        return entry;
    }

    private static <T> T read(String name, Files files, BiFunction<String, InputStream, Checked<T>> reader) {
        try (InputStream in = files.open(name)) {
            if (in == null) {
                throw new IndicatorsException("a bundled definition is missing: " + name);
            }
            Checked<T> checked = reader.apply(name, in);
            Function<String, IndicatorsException> broken =
                    first -> new IndicatorsException("a bundled definition is broken: " + name + first);
            return checked.value()
                    .orElseThrow(() -> broken.apply(checked.findings().kept().stream()
                            .findFirst()
                            .map(finding -> ", " + finding.code() + " at " + finding.location())
                            .orElse("")));
        } catch (IOException e) {
            throw new IndicatorsException("cannot read a bundled definition: " + name, e);
        }
    }
}
