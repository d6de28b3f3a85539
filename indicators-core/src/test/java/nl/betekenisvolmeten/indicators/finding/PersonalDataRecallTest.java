package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much of a list of made-up texts is found. These are the figures of the table in the package documentation: whoever
 * changes one changes the other.
 */
class PersonalDataRecallTest {

    /** What is in a text as the list says, and how many of such texts are found: {@code 7 of 8}. */
    private static Map<String, String> recall() throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        try (InputStream in = PersonalDataRecallTest.class.getResourceAsStream("personal-data.csv")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String kind = line.substring(0, line.indexOf(';'));
                String text = line.substring(line.indexOf(';') + 1);
                int[] count = counts.computeIfAbsent(kind, any -> new int[2]);
                count[0] += PersonalData.find(text).isEmpty() ? 0 : 1;
                count[1]++;
            });
        }
        Map<String, String> words = new TreeMap<>();
        counts.forEach((kind, count) -> words.put(kind, count[0] + " of " + count[1]));
        return words;
    }

    @Test
    void find_listOfMadeUpTexts_isAsInThePackageDocumentation() throws IOException {
        assertThat(recall())
                .containsOnly(
                        entry("EMAIL", "4 of 5"),
                        entry("IBAN", "4 of 5"),
                        entry("BIRTH_DATE", "5 of 6"),
                        entry("PHONE", "10 of 12"),
                        entry("BSN", "7 of 8"),
                        entry("POSTCODE_HOUSE_NUMBER", "4 of 5"),
                        entry("NAME", "0 of 4"),
                        entry("PLATE", "0 of 2"),
                        entry("DOCUMENT", "0 of 1"),
                        entry("CLIENT", "0 of 1"),
                        entry("-", "2 of 30"));
    }
}
