package nl.betekenisvolmeten.indicators.formats.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

    /** As WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        String full = colour.length() == 4
                ? "#" + colour.charAt(1) + colour.charAt(1) + colour.charAt(2) + colour.charAt(2) + colour.charAt(3)
                        + colour.charAt(3)
                : colour;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(full.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** The value in light, then in dark. */
    private static List<String> values(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlDocument.class.getResourceAsStream("report.css"))) {
            Matcher matcher = Pattern.compile("--" + name + ": (#[0-9a-f]+);")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.results().map(found -> found.group(1)).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"better", "worse", "differs", "similar", "muted", "ink"})
    void colour_onItsCard_contrastsThreeToOne(String name) throws IOException {
        List<String> colours = values(name);
        List<String> cards = values("card");
        assertThat(colours).hasSize(2);
        assertThat(contrast(colours.get(0), cards.get(0))).isGreaterThan(3);
        assertThat(contrast(colours.get(1), cards.get(1))).isGreaterThan(3);
    }
}
