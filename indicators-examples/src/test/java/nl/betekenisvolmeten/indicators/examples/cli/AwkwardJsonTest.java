package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row as JSON in which one thing is odd. A number is read as it is written: no point makes thousands of it. */
class AwkwardJsonTest {

    private static final String ROW = """
            {"organisatie": "91000011", "stadsdeel": "Centrum", "wijk": "WK051822", "periode": "2026KW01", "ambitie": 1,
             "activiteitsoort": "TAAL", "activiteit": "Taalcafé", "doelgroep": "ALLEN", "leeftijdsgroep": "30-49",
             "bijeenkomsten": 10, "bezoeken": 1204, "unieke_deelnemers": 12, "vrijwilligersuren": 20.5}
            """.replace('\n', ' ');

    @TempDir
    private Path folder;

    private String outcome(String name, String text) throws IOException {
        return Outcome.of(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing          |                  |                              | exit 0, 1 good:
            thousands        | 1204             | 1.204                        | exit 1, 0 good: TF-V03 bezoeken
            text with point  | 20.5             | "30.9"                       | exit 0, 1 good: TF-W02 vrijwilligersuren
            zero behind      | 1204             | 1204.0                       | exit 0, 1 good:
            exponent         | 1204             | 1.204e3                      | exit 0, 1 good:
            huge exponent    | 1204             | 1e400000000                  | exit 1, 0 good: TF-V03 bezoeken
            tiny exponent    | 1204             | 1e-400000000                 | exit 1, 0 good: TF-V03 bezoeken
            long number      | 1204             | 12345678901234567890         | exit 1, 0 good: TF-V09 bezoeken
            negative zero    | 1204             | -0                           | exit 1, 0 good: TF-R02 unieke_deelnemers
            true             | 1204             | true                         | exit 1, 0 good: TF-V03 bezoeken
            no number        | 1204             | NaN                          | exit 1, 0 good: TF-I05, TF-S06
            null             | 1204             | null                         | exit 1, 0 good: TF-V01 bezoeken
            optional null    | 20.5             | null                         | exit 0, 1 good:
            optional absent  | `, "vrijwilligersuren": 20.5` |                  | exit 0, 1 good:
            list             | 1204             | [1204]                       | exit 1, 0 good: TF-I05, TF-S06
            object           | 1204             | {"aantal": 1204}             | exit 1, 0 good: TF-I05, TF-S06
            key twice        | "bezoeken": 1204 | "bezoeken": 1, "bezoeken": 2 | exit 1, 0 good: TF-S03 bezoeken
            key in capitals  | "bezoeken"       | "Bezoeken"                   | exit 0, 1 good: TF-W02 bezoeken
            unknown key      | "bezoeken"       | "extra": 1, "bezoeken"       | exit 0, 1 good: TF-S02 extra
            half a character | Taalcafé         | Taal\\ud800                   | exit 1, 0 good: TF-I05, TF-S06
            escaped nul      | Taalcafé         | Taal\\u0000café               | exit 0, 1 good: TF-W02 activiteit
            """)
    void validate_oddValue_isReadOrRefused(
            String name, @Nullable String written, @Nullable String changed, String expected) throws IOException {
        String row = written == null ? ROW : ROW.replace(written, changed == null ? "" : changed);
        assertThat(outcome("rij.json", "[" + row + "]")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 'exit 0, 1 good:'",
        "UTF-16LE, 'exit 0, 1 good:'",
        "UTF-16, 'exit 0, 1 good:'",
        "ISO-8859-1, 'exit 1, 0 good: TF-I05, TF-S06'"
    })
    void validate_otherEncoding_isReadOrRefused(String charset, String expected) throws IOException {
        byte[] bytes = ("[" + ROW + "]").getBytes(Charset.forName(charset));
        assertThat(Outcome.of(folder, "rij.json", bytes)).isEqualTo(expected);
    }

    /** What follows the rows, or stands around them: the rows before it count, and what was not read is an error. */
    @Test
    void validate_whatIsAroundTheRows_losesNothingSilently() throws IOException {
        String unread = "exit 1, 1 good: TF-I05, TF-S06";
        assertThat(outcome("a.json", "\uFEFF[" + ROW + "]")).isEqualTo("exit 0, 1 good:");
        assertThat(outcome("b.json", "[" + ROW + ",]")).isEqualTo(unread);
        assertThat(outcome("c.json", "[" + ROW + "] x")).isEqualTo(unread);
        assertThat(outcome("d.json", "[" + ROW + "][" + ROW + "]")).isEqualTo(unread);
        assertThat(outcome("e.json", "{\"data\": [" + ROW + "]}")).isEqualTo("exit 1, 0 good: TF-I05, TF-S06");
    }

    /** Rows as web services return them: in a property, by key, by column, or only an error report. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            in a property      | {"@odata.context": "x", "value": [ROW]}   | exit 1, 0 good: TF-I05, TF-S06
            in two properties  | {"d": {"results": [ROW]}}                 | exit 1, 0 good: TF-I05, TF-S06
            by key             | {"1": ROW}                                | exit 1, 0 good: TF-I05, TF-S06
            rows as lists      | [["organisatie"], ["91000011"]]           | exit 1, 0 good: TF-I05, TF-S06
            only one row       | ROW                                       | exit 0, 1 good:
            no rows            | []                                        | exit 1, 0 good: TF-S05
            remark before it   | // export\\n[ROW]                         | exit 1, 0 good: TF-S06
            a fault instead    | {"error": "Unauthorized", "status": 401}  | exit 1, 0 good: TF-S09
            """)
    void validate_rowsOfAWebService_areReadOrRefused(String name, String text, String expected) throws IOException {
        assertThat(outcome("rij.json", text.replace("ROW", ROW).replace("\\n", "\n")))
                .isEqualTo(expected);
        if (expected.contains("TF-S06")) {
            assertThat(Run.of("validate", folder.resolve("rij.json")).out())
                    .contains("lijst van rijen")
                    .doesNotContain("Een rekenblad slaat u op als xlsx");
        }
    }

    /** A program that only handles text writes all numbers as text, in Dutch notation. */
    @Test
    void validate_numbersAsText_areRead() throws IOException {
        String row = ROW.replaceAll(": ([0-9]+)([,}])", ": \"$1\"$2").replace("20.5", "\"20,5\"");
        assertThat(row).contains("\"1204\"", "\"20,5\"");
        assertThat(outcome("rij.json", "[" + row + "]")).isEqualTo("exit 0, 1 good:");
    }

    /** Two lines, the second about another quarter. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n  \n"})
    void validate_lines_areRowsWhateverIsBetween(String between) throws IOException {
        String second = ROW.replace("2026KW01", "2026KW02");
        assertThat(outcome("a.jsonl", ROW + between + second)).isEqualTo("exit 0, 2 good: TF-I11");
        assertThat(outcome("b.jsonl", ROW + between + second.substring(0, 40)))
                .isEqualTo("exit 1, 1 good: TF-I05, TF-S06");
        assertThat(outcome("c.jsonl", ROW + between + "\uFEFF" + second)).isEqualTo("exit 1, 1 good: TF-I05, TF-S06");
    }
}
