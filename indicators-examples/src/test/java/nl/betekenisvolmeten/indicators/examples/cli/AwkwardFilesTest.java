package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four good rows in which a spreadsheet, an export or a person changed one thing: the exit code, the rows that are good all
 * the same, and what is found, by code and column, with how often.
 */
class AwkwardFilesTest {

    private static final String GOOD = String.join(";", Sheet.COLUMNS) + "\n" + row(1) + row(2) + row(3) + row(4);

    private static final String RECORDS =
            "datum;activiteit;activiteitsoort;wijk;doelgroep;deelnemer;geboortejaar;rol;uren;doorverwezen\n";

    @TempDir
    private Path folder;

    private static String row(int number) {
        return Sheet.row("activiteit", "Koffie " + number, "bezoeken", Integer.toString(180 + number)) + "\n";
    }

    /** Signs that a table of tests cannot hold: {@code \n} for a line break, and four hexadecimal digits for others. */
    private static String signs(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return Pattern.compile("\\\\u\\{([0-9a-f]{4})}")
                .matcher(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r"))
                .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    private String outcome(String name, String text) throws IOException {
        return Outcome.of(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing                |               |                          | exit 0, 4 good:
            nul in a number        | ;181;         | ;1\\u{0000}81;           | exit 1, 3 good: TF-V12
            encoded twice          | Koffie 1      | CafÃ© 1                  | exit 0, 4 good: TF-W07 activiteit
            encoded twice, quote   | Koffie 1      | CafÃ© â€™t Hof           | exit 0, 4 good: TF-W07 activiteit
            mark misread           | organisatie;  | ï»¿organisatie;          | exit 0, 4 good: TF-W02 organisatie
            mark misread, quoted   | organisatie;  | ï»¿"organisatie";        | exit 0, 4 good: TF-W02 organisatie
            separators at the end  | \\n           | ;;;\\n                   | exit 0, 4 good:
            other separator        | ;             | ,                        | exit 1, 0 good: TF-S04
            tab                    | ;             | \\t                      | exit 0, 4 good:
            bar                    | ;             | ¦                        | exit 1, 0 good: TF-S09
            two quarters           | 2026KW01;1;TAAL;Koffie 4 | 2026KW02;1;TAAL;Koffie 4 | exit 0, 4 good: TF-I11
            quarter in words       | 2026KW01      | 1e kwartaal 2026         | exit 0, 4 good: TF-W02 periode x4
            quarter, q first       | 2026KW01      | Q1-2026                  | exit 0, 4 good: TF-W02 periode x4
            quarter, roman         | 2026KW01      | I/2026                   | exit 1, 0 good: TF-V07 periode x4
            month                  | 2026KW01      | maart 2026               | exit 1, 0 good: TF-V07 periode x4
            last day               | 2026KW01      | 31-03-2026               | exit 1, 0 good: TF-V07 periode x4
            year mistyped          | 2026KW01      | 2206KW01                 | exit 0, 4 good: TF-V10 periode x4
            thousands with a blank | ;181;         | ;1 181;                  | exit 0, 4 good: TF-W02 bezoeken
            thousands with a quote | ;181;         | ;1'181;                  | exit 0, 4 good: TF-W02 bezoeken
            minus behind           | ;181;         | ;181-;                   | exit 1, 3 good: TF-V03 bezoeken
            share                  | ;181;         | ;18%;                    | exit 1, 3 good: TF-V03 bezoeken
            range                  | ;181;         | ;150-200;                | exit 1, 3 good: TF-V03 bezoeken
            about                  | ;181;         | ;ca. 180;                | exit 1, 3 good: TF-V03 bezoeken
            formula as text        | ;181;         | ;=SOM(A1:A3);            | exit 1, 3 good: TF-V03 bezoeken
            error of a sheet       | ;181;         | ;#N/B;                   | exit 1, 3 good: TF-V03 bezoeken
            true                   | ;181;         | ;WAAR;                   | exit 1, 3 good: TF-V03 bezoeken
            pipe                   | ;             | \\u{007c}                | exit 1, 0 good: TF-S09
            a count as a day       | ;181;         | ;1900-06-29;             | exit 1, 3 good: TF-V03 bezoeken
            nothing in words       | ;181;         | ;nihil;                  | exit 1, 3 good: TF-V03 bezoeken
            no value of a database | ;181;         | ;\\N;                   | exit 1, 3 good: TF-V03 bezoeken
            amount of money        | ;181;         | ;€ 181,00;               | exit 1, 3 good: TF-V03 bezoeken
            decimals of nothing    | ;181;         | ;1.181,00;               | exit 0, 4 good: TF-W02 bezoeken
            thin blank             | ;181;         | ;1\\u{202f}181;          | exit 0, 4 good: TF-W02 bezoeken
            apostrophe             | ;181;         | ;'181;                   | exit 1, 3 good: TF-V03 bezoeken
            too wide for the cell  | ;181;         | ;########;               | exit 1, 3 good: TF-V03 bezoeken
            day of a spreadsheet   | 2026KW01      | 46023                    | exit 1, 0 good: TF-V07 periode x4
            letter of a page       | Koffie 1      | Caf&eacute; 1            | exit 1, 3 good: TF-S04
            cell too many, empty   | 1;\\n          | 1;;\\n                    | exit 1, 0 good: TF-S04
            line break in quotes   | 1;\\n          | 1;"Een\\ntwee; drie"\\n   | exit 0, 4 good:
            columns of a table     | organisatie;stadsdeel | [organisatie];[stadsdeel] | exit 0, 4 good: TF-W02
            scientific             | ;181;         | ;1,81E+02;               | exit 1, 3 good: TF-V03 bezoeken
            wide digits            | ;181;         | ;\\u{ff11}8\\u{ff11};    | exit 1, 3 good: TF-V03 bezoeken
            footnote digit         | ;181;         | ;181²;                   | exit 1, 3 good: TF-V03 bezoeken
            age with a dash        | 30-49         | 30 – 49                  | exit 0, 4 good: TF-W02 leeftijdsgroep x4
            age in words           | 30-49         | 30 t/m 49                | exit 1, 0 good: TF-V02 leeftijdsgroep x4
            wijk with its name     | WK051822      | WK051822 Centrum         | exit 1, 0 good: TF-V02 wijk x4
            stadsdeel in full      | ;Centrum      | ;Stadsdeel Centrum       | exit 1, 0 good: TF-V02 stadsdeel x4
            kvk with blanks        | 91000011      | 9100 0011                | exit 0, 4 good: TF-W02 organisatie x4
            kvk with its name      | 91000011      | KvK 91000011             | exit 1, 0 good: TF-V06 organisatie x4
            kvk as a decimal       | 91000011      | 91000011.0               | exit 1, 0 good: TF-V06 organisatie x4
            kvk, zero width        | 91000011      | 9100\\u{200b}0011        | exit 0, 4 good: TF-W02 organisatie x4
            code in small letters  | TAAL          | taal                     | exit 0, 4 good: TF-W02 activiteitsoort x4
            header, soft hyphen    | bezoeken      | bezoe\\u{00ad}ken        | exit 0, 4 good: TF-W02 bezoeken
            header, line break     | unieke_deelnemers | "unieke\\ndeelnemers" | exit 0, 4 good: TF-W02 unieke_deelnemers
            header, one word       | unieke_deelnemers | uniekedeelnemers     | exit 1, 0 good: TF-S01 unieke_deelnemers
            direction mark         | Koffie 1      | \\u{202e}Koffie 1        | exit 0, 4 good: TF-W02 activiteit
            vertical tab           | Koffie 1      | Koffie\\u{000b}1         | exit 0, 4 good: TF-W02 activiteit
            quotes inside          | Koffie 1      | Koffie "de Hoek"         | exit 0, 4 good:
            curly quotes           | Koffie 1      | “Koffie; 1”              | exit 1, 3 good: TF-S04
            quote not closed       | Koffie 1      | "Koffie; 1               | exit 1, 0 good: TF-I05, TF-S06
            carriage returns       | \\n           | \\r                      | exit 0, 4 good:
            separator line         | organisatie;  | sep=;\\norganisatie;     | exit 0, 4 good: TF-W03
            title and blank line   | organisatie;  | Telling;;\\n\\norganisatie; | exit 0, 4 good: TF-W03
            """)
    void validate_oneThingChanged_hasOneCause(
            String name, @Nullable String written, @Nullable String changed, String expected) throws IOException {
        String text = written == null ? GOOD : GOOD.replace(signs(written), signs(changed));
        assertThat(outcome("export.csv", text)).isEqualTo(expected);
    }

    /** Rows below the good ones that are no data, and one that is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            total                      | Totaal;;;;;;;;;40;730;48;12;8;82,0;4;        | exit 0, 4 good: TF-W05
            total of the organisation  | 91000011;Centrum;;2026KW01;;;Totaal;;;40;730;48;12;8;82,0;4; | exit 0, 4 good: TF-W05
            total with a colon         | 91000011;;;2026KW01;;;Eindtotaal:;;;40;730;48;12;8;82,0;4;   | exit 0, 4 good: TF-W05
            page number in a number    | ;;;;;;;;;;;;;;;Pagina 1 van 3;                  | exit 0, 4 good: TF-W08
            when it was printed        | Afgedrukt op;01-04-2026;;;;;;;;;;;;;;Pagina;2   | exit 0, 4 good: TF-W08
            stray sign                 | ;;x;;;;;;;;;;;;;;                               | exit 0, 4 good: TF-W08
            end of the export          | EINDE                                           | exit 0, 4 good: TF-W08
            lines of a database        | ----;----;----;----;-;----;----;----;----;-;-;-;-;-;-;-;- | exit 0, 4 good: TF-W08
            kinds of the columns       | tekst;tekst;tekst;tekst;tekst;tekst;tekst;tekst;tekst;getal;getal;getal;getal;getal;getal;getal;tekst | exit 0, 4 good: TF-W08
            line not filled in         | 91000011;Centrum;;2026KW01;;;;;;;;;;;;;         | exit 0, 4 good: TF-W08
            row of another table       | WK051822;726;;;;;;;;;;;;;;;                     | exit 0, 4 good: TF-W08
            half a row                 | 91000011;Centrum;WK051822;2026KW01;1;;;;;;;;;;;; | exit 1, 4 good: TF-V01 activiteit, TF-V01 activiteitsoort, TF-V01 bezoeken, TF-V01 bijeenkomsten, TF-V01 doelgroep, TF-V01 leeftijdsgroep, TF-V01 unieke_deelnemers
            footnote                   | * zonder de zomer;;;;;;;;;;;;;;;;               | exit 0, 4 good: TF-W08
            blank cells                | ;;;;;;;;;;;;;;;;                                | exit 0, 4 good:
            activity called total      | 91000011;Centrum;;2026KW01;;;Totaal fit;;;40;730;48;12;8;82,0;4; | exit 1, 4 good: TF-V01 activiteitsoort, TF-V01 ambitie, TF-V01 doelgroep, TF-V01 leeftijdsgroep, TF-V01 wijk
            """)
    void validate_rowBelow_isToldApart(String name, String row, String expected) throws IOException {
        assertThat(outcome("export.csv", GOOD + row + "\n")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8        | export.xlsx | exit 1, 0 good: TF-S06
            UTF-8        | export.json | exit 1, 0 good: TF-S06
            UTF-16       | export.csv  | exit 0, 4 good: TF-I01
            UTF-16LE     | export.csv  | exit 1, 0 good: TF-S06
            windows-1252 | export.csv  | exit 0, 4 good: TF-I01
            """)
    void validate_otherEncodingOrName_isReadOrRefused(String charset, String name, String expected) throws IOException {
        byte[] bytes = GOOD.replace("Koffie 1", "Café 1").getBytes(Charset.forName(charset));
        assertThat(Outcome.of(folder, name, bytes)).isEqualTo(expected);
    }

    /** Pages of a report one below the other, each with the column names and a page number. */
    @Test
    void validate_pages_areReadAsOne() throws IOException {
        String header = String.join(";", Sheet.COLUMNS) + "\n";
        String pages =
                header + row(1) + row(2) + "\nPagina 1 van 2\n\n" + header + row(3) + row(4) + "\nPagina 2 van 2\n";
        assertThat(outcome("export.csv", pages)).isEqualTo("exit 0, 4 good: TF-I02, TF-W08 x3");
    }

    /** Two tables next to each other have one cause, and so one finding. */
    @Test
    void validate_tablesNextToEachOther_areOneFinding() throws IOException {
        StringBuilder both = new StringBuilder();
        GOOD.lines().forEach(line -> both.append(line).append(";;").append(line).append('\n'));
        assertThat(outcome("export.csv", both.toString())).isEqualTo("exit 1, 0 good: TF-S03");
        assertThat(Run.of("validate", folder.resolve("export.csv")).out())
                .contains("organisatie, stadsdeel, wijk", "Staan er twee tabellen naast elkaar");
    }

    /** All columns are in one cell; the message does not claim that this is the wrong file. */
    @Test
    void validate_rowsInOneCell_saysSo() throws IOException {
        StringBuilder quoted = new StringBuilder();
        GOOD.lines().forEach(line -> quoted.append('"').append(line).append("\"\n"));
        for (String text : new String[] {quoted.toString(), GOOD.replace(';', '|')}) {
            assertThat(outcome("export.csv", text)).isEqualTo("exit 1, 0 good: TF-S09");
            assertThat(Run.of("validate", folder.resolve("export.csv")).out())
                    .contains("Alle kolommen staan samen in één cel.")
                    .doesNotContain("Geen van de kolommen");
        }
    }

    /** The advice must fit the cause. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nihil      | Was er niemand of niets, vul dan 0 in.
            n.v.t.     | Was er niemand of niets, vul dan 0 in.
            1900-06-29 | Een rekenblad maakt soms een dag van een getal.
            € 181      | Vul alleen cijfers in.
            ca. 180    | Vul het getelde aantal in.
            """)
    void validate_noNumber_advisesWhatHelps(String cell, String advice) throws IOException {
        outcome("export.csv", GOOD.replace(";181;", ";" + cell + ";"));
        assertThat(Run.of("validate", folder.resolve("export.csv")).out()).contains(advice);
    }

    /** A valid file that is compressed with gzip. */
    @Test
    void validate_compressedFile_saysToUnpackIt() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        for (String name : new String[] {"export.csv.gz", "export.csv"}) {
            assertThat(Outcome.of(folder, name, packed.toByteArray())).isEqualTo("exit 1, 0 good: TF-S06");
            assertThat(Run.of("validate", folder.resolve(name)).out()).contains("pak het dan eerst uit");
        }
    }

    /**
     * Some days have the month first, so 04/05/2026 is ambiguous and refused. Without such a day, or if it is in
     * another column, the day comes first.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4/13/2026  | exit 1, 0 good: TF-V07 datum x2
            04-13-26   | exit 1, 0 good: TF-V07 datum x2
            13/4/2026  | exit 0, 2 good: TF-W02 datum x2
            2026-04-13 | exit 0, 2 good: TF-W02 datum
            """)
    void validate_dayBeforeOrAfterItsMonth_isDecidedByColumn(String other, String expected) throws IOException {
        String rest = ";Breiclub;ONTMOETEN;WK051838;ALLEN;a1;1960;DEELNEMER;;nee\n";
        String text = RECORDS + "04/05/2026" + rest + other + rest;
        assertThat(outcome("registratie.csv", text)).isEqualTo(expected);
        String json = "[" + record("04/05/2026") + "," + record(other) + "]";
        assertThat(outcome("registratie.json", json)).isEqualTo(expected);
        if (expected.contains("V07")) {
            assertThat(Run.of("validate", folder.resolve("registratie.csv")).out())
                    .contains("‘04/05/2026’ in kolom datum kan 2026-05-04 zijn, maar ook 2026-04-05");
        }
    }

    private static String record(String day) {
        return "{\"datum\": \"" + day + "\", \"activiteit\": \"Breiclub\", \"activiteitsoort\": \"ONTMOETEN\","
                + " \"wijk\": \"WK051838\", \"doelgroep\": \"ALLEN\", \"deelnemer\": \"a1\", \"geboortejaar\": 1960,"
                + " \"rol\": \"DEELNEMER\", \"doorverwezen\": \"nee\"}";
    }

    @Test
    void validate_onlyPartOfAForm_saysThatNothingIsThere() throws IOException {
        String header = GOOD.substring(0, GOOD.indexOf('\n') + 1);
        for (String text : new String[] {"", "\n\n  \n", header}) {
            assertThat(outcome("export.csv", text)).as(text).isEqualTo("exit 1, 0 good: TF-S05");
        }
    }
}
