package nl.betekenisvolmeten.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {

    private static final ReadableText DUTCH = ReadableText.of(Language.NL.locale());
    private static final ReadableText ENGLISH = ReadableText.of(Language.EN.locale());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 0",
                "0E+3 | 0 | 0",
                "999 | 999 | 999",
                "1000 | 1.000 | 1,000",
                "-1234567 | -1.234.567 | -1,234,567",
                "-123 | -123 | -123",
                "12.50 | 12,5 | 12.5",
                "1234.75 | 1.234,75 | 1,234.75",
                "63.63636363636363636363636363636364 | 63,6 | 63.6",
                "44.03 | 44,03 | 44.03",
                "43.951 | 44,0 | 44.0",
                "4.9234 | 4,92 | 4.92",
                "0.0374634 | 0,037 | 0.037",
                "-0.99951 | -1,0 | -1.0",
                "0.00000012345 | 1,23 × 10^-7 | 1.23 × 10^-7",
                "9E33 | 9 × 10^33 | 9 × 10^33",
                "123456789012345678901234567890.5 | 1,23 × 10^29 | 1.23 × 10^29"
            })
    void number_isInTheNotationOfTheLanguage(BigDecimal number, String dutch, String english) {
        assertThat(DUTCH.number(number)).isEqualTo(dutch);
        assertThat(ENGLISH.number(number)).isEqualTo(english);
    }

    @Test
    void bounds_areRoundedOutwards() {
        assertThat(DUTCH.bounds(new BigDecimal("277"), new BigDecimal("6719")))
                .isEqualTo("ten minste 277 en ten hoogste 6.719");
        assertThat(ENGLISH.bounds(new BigDecimal("4.9299"), new BigDecimal("63.61")))
                .isEqualTo("at least 4.92 and at most 63.61");
        assertThat(DUTCH.bounds(new BigDecimal("-63.611"), new BigDecimal("63.611")))
                .isEqualTo("ten minste -63,7 en ten hoogste 63,7");
        assertThat(DUTCH.bounds(new BigDecimal("1.0000"), new BigDecimal("1"))).isEqualTo("1");
    }

    @Test
    void text_argumentWithSigns_isTakenAsItIs() {
        assertThat(DUTCH.text("coverage", "$1", "{0}")).isEqualTo("$1 van {0}");
    }

    @Test
    void bundles_haveTheSameKeysAndNoFallback() {
        List<ResourceBundle> bundles = List.of(Language.NL, Language.EN).stream()
                .map(language ->
                        ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.internal.texts", language.locale()))
                .toList();
        assertThat(bundles)
                .extracting(ResourceBundle::getLocale)
                .containsExactly(Language.NL.locale(), Language.EN.locale());
        assertThat(bundles.get(0).keySet()).isEqualTo(bundles.get(1).keySet());
    }
}
