package nl.betekenisvolmeten.indicators.formats.definition;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

    private static final String FOLDER = "/nl/betekenisvolmeten/indicators/formats/";

    private static volatile @Nullable Definitions loaded;

    private Bundle() {}

    /** Where files come from. */
    interface Files {
        /** Opens a file by its name in the lists above; null when there is none. */
        @Nullable InputStream open(String name);
    }

    /** All of them. Two threads may both read them, with the same outcome. */
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
     * Reads all, in an order in which what is referred to comes first.
     *
     * @throws IndicatorsException if a file is missing or broken
     */
    static Definitions load(Files files) {
        Definitions all = Definitions.empty();
        for (String name : AREAS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readAreas));
        }
        for (String name : POPULATIONS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readPopulation));
        }
        for (String name : INDICATOR_SETS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readIndicatorSet));
        }
        for (String name : FORMATS) {
            all = all.with(read(name, files, DefinitionReader.of(all)::readFormat));
        }
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
        return all;
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
