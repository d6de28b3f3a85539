package nl.betekenisvolmeten.indicators.formats.internal.definition;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each hostile input must end within seconds; the sizes are far above the limits. */
@Timeout(60)
class JsonTreeReaderTest {

    private static Json tree(String text) {
        Problems problems = new Problems("test");
        Json tree = read(text, problems).orElseThrow();
        assertThat(problems.findings().kept()).isEmpty();
        return tree;
    }

    private static Optional<Json> read(String text, Problems problems) {
        return JsonTreeReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), problems);
    }

    private static Json member(Json object, String name) {
        return Optional.ofNullable(((Json.Members) object).members().get(name)).orElseThrow();
    }

    private static Finding only(byte[] bytes) {
        return only(new ByteArrayInputStream(bytes));
    }

    private static Finding only(InputStream in) {
        Problems problems = new Problems("test");
        JsonTreeReader.read(in, problems);
        List<Finding> found = problems.findings().kept();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Finding only(String text) {
        return only(text.getBytes(UTF_8));
    }

    private static void assertFinding(Finding finding, String code, long line, String path) {
        assertThat(finding.code().value()).isEqualTo(code);
        assertThat(finding.location().row()).hasValue(line);
        assertThat(finding.location().path()).contains(path);
    }

    /** An endless stream of one byte, or of one byte after a beginning; it counts what is read. */
    private static final class Endless extends InputStream {
        private final byte[] pattern;
        private long read;

        Endless(String pattern) {
            this.pattern = pattern.getBytes(UTF_8);
        }

        @Override
        public int read() {
            return pattern[(int) (read++ % pattern.length)];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                bytes[offset + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void read_everyKindOfValue_knowsItsPlace() {
        Json.Members root =
                (Json.Members) tree("{\r\n \"a\": [1, 2.50,\n  \"é\", true, null],\n \"b/~\": {\"c\": -0}}");
        List<Json> items = ((Json.Items) member(root, "a")).items();
        assertThat(root.spot().path()).isEmpty();
        assertThat(root.spot().line()).isEqualTo(1);
        assertThat(items.get(0))
                .isInstanceOfSatisfying(
                        Json.Numeral.class,
                        number -> assertThat(number.digits()).isEqualTo("1"));
        assertThat(items.get(1)).isInstanceOfSatisfying(Json.Numeral.class, number -> {
            assertThat(number.digits()).isEqualTo("2.50");
            assertThat(number.whole()).isFalse();
        });
        assertThat(items.get(2)).isInstanceOfSatisfying(Json.Text.class, text -> {
            assertThat(text.value()).isEqualTo("é");
            assertThat(text.spot().line()).isEqualTo(3);
            assertThat(text.spot().character()).isEqualTo(3);
            assertThat(text.spot().path()).isEqualTo("/a/2");
        });
        assertThat(items.get(3))
                .isInstanceOfSatisfying(
                        Json.Flag.class, flag -> assertThat(flag.value()).isTrue());
        assertThat(items.get(4)).isInstanceOf(Json.Nothing.class);
        Json inner = member(member(root, "b/~"), "c");
        assertThat(inner.spot()).hasToString("/b~1~0/c on line 4");
    }

    @Test
    void read_byteOrderMark_isSkipped() {
        Problems problems = new Problems("test");
        assertThat(JsonTreeReader.read(new ByteArrayInputStream("\uFEFF[]".getBytes(UTF_8)), problems))
                .isPresent();
        assertThat(problems.findings().kept()).isEmpty();
        assertThat(tree("\uFEFF[]")).isInstanceOf(Json.Items.class);
    }

    @Test
    void read_syntaxError_saysWhereAndWhy() {
        Finding finding = only("{\"a\":\n  tru}");
        assertFinding(finding, "BM-D01", 2, "");
        assertThat(finding.arguments()).containsKeys("reason", "character");
        assertThat(finding.arguments().get("reason")).isNotBlank();
    }

    @Test
    void read_notUtf8_isRefusedOnItsLine() {
        assertFinding(only(new byte[] {'{', '\n', '"', (byte) 0xE9, '"', ':', '1', '}'}), "BM-D01", 2, "");
        assertFinding(only("[1]".getBytes(UTF_16)), "BM-D01", 1, "");
        // The two halves of a surrogate pair, each as three bytes (CESU-8).
        byte[] cesu = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80, '"'};
        assertFinding(only(cesu), "BM-D01", 1, "");
        assertFinding(only(new byte[] {'"', (byte) 0xC3}), "BM-D01", 1, "");
    }

    @Test
    void read_halfSurrogatesAndNul_areRefused() {
        assertFinding(only("[1,\n\"\\udc00\"]"), "BM-D01", 2, "/1");
        assertFinding(only("{\"\\ud83d\": 1}"), "BM-D01", 1, "");
        assertFinding(only("[\"\\u0000\"]"), "BM-D01", 1, "/0");
        assertFinding(only("[\"\0\"]"), "BM-D01", 1, "/0");
        assertFinding(only("\0"), "BM-D01", 1, "");
        assertThat(tree("\"\\ud83d\\ude00\""))
                .isInstanceOfSatisfying(
                        Json.Text.class, text -> assertThat(text.value()).isEqualTo("\uD83D\uDE00"));
    }

    @Test
    void read_whatIsNoJson_isRefused() {
        for (String text : List.of(
                "",
                " \n",
                "nul",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "'a'",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[NaN]",
                "[Infinity]",
                "// a\n1",
                "/* a */1",
                "# a\n1",
                "1 2",
                "[]]",
                "{} x",
                "\"a\nb\"",
                "[\"\\x\"]",
                "]")) {
            Problems problems = new Problems("test");
            read(text, problems);
            assertThat(problems.hasErrors()).as(text).isTrue();
            assertThat(problems.findings().kept().get(0).code().value()).isEqualTo("BM-D01");
        }
    }

    @Test
    void read_propertyTwice_keepsTheFirstAndGoesOn() {
        Problems problems = new Problems("test");
        Json root = read("{\"a\":1,\n\"a\":2,\n\"\\u0061\":3}", problems).orElseThrow();
        assertThat(member(root, "a"))
                .isInstanceOfSatisfying(
                        Json.Numeral.class,
                        number -> assertThat(number.digits()).isEqualTo("1"));
        assertThat(problems.findings().kept()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.code().value()).isEqualTo("BM-D07");
            assertThat(finding.value()).contains("a");
        });
    }

    @Test
    void read_depth_isLimited() {
        int limit = DefinitionLimits.DEPTH;
        tree("[".repeat(limit) + "1" + "]".repeat(limit));
        Finding finding = only("[".repeat(limit + 1) + "]".repeat(limit + 1));
        assertFinding(finding, "BM-D08", 1, "/0".repeat(limit));
        assertThat(finding.arguments()).containsEntry("limit", "32").containsEntry("unit", "levels");
        assertFinding(only("[".repeat(10_000)), "BM-D08", 1, "/0".repeat(limit));
        assertFinding(only("{\"a\":".repeat(10_000)), "BM-D08", 1, "/a".repeat(limit));
    }

    @Test
    void read_lengths_areLimited() {
        tree("\"" + "é".repeat(DefinitionLimits.TEXT_LENGTH) + "\"");
        assertFinding(only("\"" + "é".repeat(DefinitionLimits.TEXT_LENGTH + 1) + "\""), "BM-D08", 1, "");
        tree("{\"" + "n".repeat(DefinitionLimits.NAME_LENGTH) + "\":1}");
        assertFinding(only("{\"" + "n".repeat(DefinitionLimits.NAME_LENGTH + 1) + "\":1}"), "BM-D08", 1, "");
        tree("9".repeat(DefinitionLimits.NUMBER_LENGTH));
        assertFinding(only("9".repeat(DefinitionLimits.NUMBER_LENGTH + 1)), "BM-D08", 1, "");
        assertFinding(only("[" + "9".repeat(7_000_000) + "]"), "BM-D08", 1, "/0");
        assertFinding(only("[0." + "9".repeat(7_000_000) + "e9]"), "BM-D08", 1, "/0");
        assertFinding(only("[\"" + "\\u0041".repeat(1_000_000) + "\"]"), "BM-D08", 1, "/0");
        assertFinding(only("{\"" + "n".repeat(7_000_000) + "\":1}"), "BM-D08", 1, "");
    }

    @Test
    void read_values_areLimited() {
        tree("[" + "1,".repeat(DefinitionLimits.VALUES - 2) + "1]");
        Finding finding = only("[" + "1,".repeat(DefinitionLimits.VALUES - 1) + "1]");
        assertFinding(finding, "BM-D08", 1, "/" + (DefinitionLimits.VALUES - 1));
    }

    @Test
    void read_size_isLimited() {
        int limit = DefinitionLimits.BYTES;
        tree("[]" + " ".repeat(limit - 2));
        assertFinding(only("[]" + " ".repeat(limit - 1)), "BM-D08", 1, "");
        assertFinding(only("\"" + "s".repeat(10_000_000) + "\""), "BM-D08", 1, "");
    }

    @Test
    void read_streamWithoutEnd_isReadToTheLimitOnly() {
        for (String pattern : List.of("[", " ", "{\"a\":", "1,", "\n", "\0")) {
            Endless endless = new Endless(pattern);
            assertFinding(only(endless), "BM-D08", 1, "");
            assertThat(endless.read).isEqualTo(DefinitionLimits.BYTES + 1L);
        }
        Endless entries = new Endless("1,");
        InputStream list = new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), entries);
        assertFinding(only(list), "BM-D08", 1, "");
    }

    @Test
    void read_aStreamThatFails_isAFaultOfTheTool() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> JsonTreeReader.read(failing, new Problems("own.json")))
                .isInstanceOf(IndicatorsException.class)
                .hasMessageContaining("own.json")
                .hasCauseInstanceOf(IOException.class);
    }
}
