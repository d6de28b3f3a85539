package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final Period Q1 = Period.ofQuarter(2026, 1);
    private static final Period YEAR = Period.ofYear(2026);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026KW01",
                "2026-Q1",
                "2026Q1",
                "Q1 2026",
                "2026-K1",
                "2026K1",
                "2026KW1",
                "20261",
                "1e kwartaal 2026",
                "2026 1e kwartaal",
                "eerste kwartaal 2026",
                "kwartaal 1 2026",
                "Q1-2026",
                "2026 - Q1",
                "2026 KW 01",
                "1ste kwartaal 2026",
                "2026 eerste kwartaal",
                "\u00a02026\u00a0kw01\t",
                "2026\u2013q1",
                "1E KWARTAAL 2026"
            })
    void read_quarterLabels_theFirstQuarter(String text) {
        assertThat(Period.read(text)).map(Period.Read::period).contains(Q1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026HJ01,2026HJ01",
        "2026-H1,2026HJ01",
        "H2 2026,2026HJ02",
        "1e halfjaar 2026,2026HJ01",
        "tweede half jaar 2026,2026HJ02",
        "2026MM01,2026MM01",
        "2026-01,2026MM01",
        "2026-12,2026MM12",
        "januari 2026,2026MM01",
        "jan 2026,2026MM01",
        "mrt 2026,2026MM03",
        "March 2026,2026MM03",
        "2026 mei,2026MM05",
        "2026JJ00,2026JJ00",
        "2026 jj 00,2026JJ00",
        "2026,2026JJ00",
        "20264,2026KW04"
    })
    void read_otherLengths_thatPeriod(String text, String code) {
        assertThat(Period.read(text).map(read -> read.period().code())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026KW05",
                "2026-Q5",
                "2026KW00",
                "2026MM13",
                "2026-13",
                "2026-00",
                "2026HJ03",
                "2026JJ01",
                "20260",
                "20265",
                "vijfde kwartaal 2026",
                "derde halfjaar 2026",
                "1899",
                "3000",
                "1899KW01",
                "3000KW01"
            })
    void read_noSuchPeriod_empty(String text) {
        assertThat(Period.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "2026-",
                "-2026",
                "2026-1",
                "2026 01",
                "202601",
                "01-2026",
                "01-02-2026",
                "2026--Q1",
                "2025/'26",
                "2025-2026",
                "2026*",
                "Q1",
                "januari",
                "1e maand 2026",
                "2026 week 5",
                "Q12026",
                "２０２６",
                "2026KW001",
                "2026Q",
                "kwartaal 2026",
                "2026 Q1 2026",
                "eerste 2026",
                "1x kwartaal 2026"
            })
    void read_notAPeriodOrTwoReadings_empty(String text) {
        assertThat(Period.read(text)).isEmpty();
    }

    @Test
    void read_veryLongText_empty() {
        assertThat(Period.read("2026 " + "q1 ".repeat(100_000))).isEmpty();
        assertThat(Period.read(" ".repeat(1000) + "2026")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026KW01,true", "2026JJ00,true", "2026kw01,false", "' 2026KW01',false", "2026-Q1,false", "2026,false"})
    void read_canonical_onlyForTheExactCode(String text, boolean canonical) {
        assertThat(Period.read(text)).map(Period.Read::canonical).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026kw01", "2026-Q1", "2026KW1", "2026KW01 ", "2026KW05", "2026WK01", "2026HW01", "x026KW01"})
    void parseCode_anythingButACode_empty(String text) {
        assertThat(Period.parseCode(text)).isEmpty();
    }

    @Test
    void of_outOfRange_namesTheValues() {
        assertThatThrownBy(() -> Period.ofQuarter(2026, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QUARTER 5 of 2026");
        assertThatThrownBy(() -> Period.of(PeriodKind.MONTH, 2026, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such period: MONTH 0 of 2026");
        assertThatThrownBy(() -> Period.ofYear(1899))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such period: YEAR 1 of 1899");
        assertThatThrownBy(() -> Period.ofYear(3000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such period: YEAR 1 of 3000");
    }

    @Test
    void days_ofEachKind_firstAndLast() {
        assertThat(Q1.firstDay()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(Q1.lastDayInclusive()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(Period.of(PeriodKind.MONTH, 2028, 2).lastDayInclusive()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Period.of(PeriodKind.HALF_YEAR, 2026, 2).firstDay()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(YEAR.lastDayInclusive()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void rollUp_toShorter_refused() {
        assertThat(Period.ofQuarter(2026, 3).rollUp(PeriodKind.HALF_YEAR).code())
                .isEqualTo("2026HJ02");
        assertThat(Q1.rollUp(PeriodKind.QUARTER)).isEqualTo(Q1);
        assertThatThrownBy(() -> Q1.rollUp(PeriodKind.MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026KW01");
    }

    @Test
    void parts_ofAYear_quartersInOrder() {
        assertThat(YEAR.parts(PeriodKind.QUARTER))
                .extracting(Period::code)
                .containsExactly("2026KW01", "2026KW02", "2026KW03", "2026KW04");
        assertThat(Q1.parts(PeriodKind.QUARTER)).containsExactly(Q1);
        assertThatThrownBy(() -> Q1.parts(PeriodKind.YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026KW01");
    }

    @Test
    void next_acrossTheYear_andAtTheEnds() {
        assertThat(Period.ofQuarter(2025, 4).next()).isEqualTo(Q1);
        assertThat(Q1.previous()).isEqualTo(Period.ofQuarter(2025, 4));
        assertThatThrownBy(() -> Period.ofQuarter(2999, 4).next()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Period.ofYear(1900).previous()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void compareTo_sameFirstDay_shorterFirst() {
        Period month = Period.of(PeriodKind.MONTH, 2026, 1);
        Period half = Period.of(PeriodKind.HALF_YEAR, 2026, 1);
        Period second = Period.ofQuarter(2026, 2);
        assertThat(Stream.of(second, YEAR, half, Q1, month).sorted()).isEqualTo(List.of(month, Q1, half, YEAR, second));
    }

    @Test
    void label_inBothLanguages_forPeople() {
        assertThat(Q1.label(Language.NL)).isEqualTo("1e kwartaal 2026");
        assertThat(Q1.label(Language.EN)).isEqualTo("Q1 2026");
        assertThat(Period.of(PeriodKind.HALF_YEAR, 2026, 2).label(Language.NL)).isEqualTo("2e halfjaar 2026");
        assertThat(Period.of(PeriodKind.MONTH, 2026, 3).label(Language.NL)).isEqualTo("maart 2026");
        assertThat(Period.of(PeriodKind.MONTH, 2026, 3).label(Language.EN)).isEqualTo("March 2026");
        assertThat(YEAR.label(Language.EN)).isEqualTo("2026");
    }

    @Test
    void validity_partlyCovered_notContained() {
        Validity fromApril = Validity.since(Period.ofQuarter(2026, 2));
        assertThat(fromApril.contains(Period.ofQuarter(2026, 2))).isTrue();
        assertThat(fromApril.contains(Q1)).isFalse();
        assertThat(fromApril.contains(YEAR)).isFalse();
        assertThat(fromApril.contains(Period.of(PeriodKind.MONTH, 2026, 4))).isTrue();
    }

    @Test
    void validity_ends_areInclusive() {
        assertThat(Validity.until(Q1).contains(YEAR)).isFalse();
        assertThat(Validity.until(Q1).contains(Period.of(PeriodKind.MONTH, 2026, 3)))
                .isTrue();
        assertThat(Validity.until(Q1).contains(Period.of(PeriodKind.MONTH, 2026, 4)))
                .isFalse();
        assertThat(Validity.between(Q1, YEAR).contains(Period.ofQuarter(2026, 4)))
                .isTrue();
        assertThat(Validity.always().contains(YEAR)).isTrue();
        assertThat(Validity.between(Q1, YEAR).to()).isEqualTo(Optional.of(YEAR));
        assertThatThrownBy(() -> Validity.between(Period.ofQuarter(2026, 2), Q1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026KW02");
    }
}
