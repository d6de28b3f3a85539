package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.Mutations;

/** Whatever a file holds, reading it gives a definition or an error with a line, never an exception. */
class DefinitionReaderProperties {

    private static final List<String> KINDS = List.of("areas", "population", "indicators", "format");
    private static final List<String> OTHER_KINDS =
            List.of("explanations", "targets", "questionnaire", "protocol", "account", "context");
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+|true|false");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static byte[] small(int kind) {
        return good(KINDS.get(kind));
    }

    private static byte[] good(String kind) {
        return resource("/cases/definitions/" + kind + "-good.json");
    }

    private static byte[] resource(String path) {
        try (InputStream in = DefinitionReaderProperties.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bundled(int which) {
        List<String> names = List.of(
                "areas/denhaag-2025.json",
                "populations/denhaag-2026.json",
                "indicators/denhaag-welzijn-2026.2.json",
                "formats/telformat-gebiedsgericht-2026.1.json");
        return resource("/nl/betekenisvolmeten/indicators/formats/" + names.get(which));
    }

    private static Checked<?> read(String kind, byte[] bytes) {
        Checked<?> checked = DefinitionCasesTest.read(kind, "test.json", new ByteArrayInputStream(bytes));
        assertThat(checked.value().isPresent()).isNotEqualTo(checked.findings().hasErrors());
        for (Finding finding : checked.findings().kept()) {
            assertThat(finding.location().row()).isPresent();
            assertThat(finding.location().path()).isPresent();
        }
        return checked;
    }

    /** Puts values of the file in each other's place: it stays JSON, so loaders see it in full. */
    private static byte[] swapped(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        List<String> others = new ArrayList<>(List.of(
                "null",
                "[]",
                "{}",
                "[[]]",
                "[{}]",
                "[null]",
                "\"\"",
                "\" \"",
                "true",
                "-1",
                "0",
                "1.5",
                "1e999999999",
                "1e-999999999",
                "-9223372036854775808",
                "99999999999999999999",
                "\"\\u200b\"",
                "\"\\uFEFF\"",
                "\"x\""));
        Matcher matcher = VALUE.matcher(text);
        matcher.results().map(MatchResult::group).forEach(others::add);
        int chance = 1 + random.nextInt(200);
        return VALUE.matcher(text)
                .replaceAll(found -> {
                    boolean property = text.startsWith("\":", found.end() - 1);
                    boolean swap = random.nextInt(chance) == 0 && (!property || random.nextInt(8) == 0);
                    String other = others.get(random.nextInt(others.size()));
                    boolean fits = !property || other.startsWith("\"");
                    return Matcher.quoteReplacement(swap && fits ? other : found.group());
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 2_000)
    void read_aSmallFileWithOneTextReplaced_neverThrows(
            @ForAll String text, @ForAll @IntRange(max = 10_000) int which, @ForAll @IntRange(max = 3) int kind) {
        String whole = new String(small(kind), StandardCharsets.UTF_8);
        List<MatchResult> texts = TEXT.matcher(whole).results().toList();
        MatchResult old = texts.get(which % texts.size());
        String changed = whole.substring(0, old.start()) + quoted(text) + whole.substring(old.end());
        read(KINDS.get(kind), changed.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append(String.format(Locale.ROOT, "\\u%04x", unit)));
        return json.append('"').toString();
    }

    @Property(tries = 2_000)
    void read_aSmallFileWithChangedBytes_neverThrows(@ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
        read(KINDS.get(kind), Mutations.bytes(small(kind), new Random(seed)));
    }

    @Property(tries = 3_000)
    void read_aSmallFileWithOtherValues_neverThrows(@ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
        read(KINDS.get(kind), swapped(small(kind), new Random(seed)));
    }

    @Property(tries = 2_000)
    void read_aMigrationWithChangedBytesOrOtherValues_neverThrows(@ForAll long seed) {
        byte[] migration = resource("/cases/definitions/migration-good.json");
        read("format", Mutations.bytes(migration, new Random(seed)));
        read("format", swapped(migration, new Random(seed)));
    }

    @Property(tries = 2_000)
    void read_theOtherKindsWithChangedBytesOrOtherValues_neverThrow(
            @ForAll long seed, @ForAll @IntRange(max = 5) int kind) {
        String other = OTHER_KINDS.get(kind);
        read(other, Mutations.bytes(good(other), new Random(seed)));
        read(other, swapped(good(other), new Random(seed)));
    }

    @Property(tries = 200)
    void read_aBundledFileWithChangedBytes_neverThrows(@ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
        read(KINDS.get(kind), Mutations.bytes(bundled(kind), new Random(seed)));
    }

    @Property(tries = 200)
    void read_aBundledFileWithOtherValues_neverThrows(@ForAll long seed, @ForAll @IntRange(max = 3) int kind) {
        read(KINDS.get(kind), swapped(bundled(kind), new Random(seed)));
    }

    @Property(tries = 100)
    void read_aFileCutOff_isAlwaysAnError(
            @ForAll @IntRange(max = 100_000) int length, @ForAll @IntRange(max = 3) int kind) {
        byte[] whole = small(kind);
        // What comes after the last brace is a line end.
        byte[] cut = Arrays.copyOf(whole, length % (whole.length - 2));
        assertThat(read(KINDS.get(kind), cut).value()).isEmpty();
    }

    @Property(tries = 100)
    void read_aFileOfAnotherKind_isAlwaysAnError(
            @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(min = 1, max = 3) int step) {
        byte[] other = small((kind + step) % KINDS.size());
        assertThat(read(KINDS.get(kind), other).value()).isEmpty();
    }
}
