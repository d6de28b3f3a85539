package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellWriterTest {

    private static final ColumnType ANY = new ColumnType.Text(100);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, ""),
                Arguments.of(Optional.empty(), ""),
                Arguments.of(Optional.of(Optional.of(3)), "3"),
                Arguments.of(OptionalInt.empty(), ""),
                Arguments.of(OptionalInt.of(3), "3"),
                Arguments.of(OptionalLong.empty(), ""),
                Arguments.of(OptionalLong.of(-3), "-3"),
                Arguments.of(OptionalDouble.empty(), ""),
                Arguments.of(OptionalDouble.of(0.1), "0,1"),
                Arguments.of(" als het is ", " als het is "),
                Arguments.of(new StringBuilder("x"), "x"),
                Arguments.of(true, "ja"),
                Arguments.of(false, "nee"),
                Arguments.of((byte) 7, "7"),
                Arguments.of(1_200L, "1200"),
                Arguments.of(new BigInteger("123456789012345678901"), "123456789012345678901"),
                Arguments.of(new BigDecimal("12.50"), "12,5"),
                Arguments.of(new BigDecimal("0.00"), "0"),
                Arguments.of(new BigDecimal("1.2E+3"), "1200"),
                Arguments.of(new BigDecimal("-0.05"), "-0,05"),
                Arguments.of(new BigDecimal("1E+2000000"), "1E+2000000"),
                Arguments.of(new BigDecimal("1E-2000000"), "1E-2000000"),
                Arguments.of(0.1f, "0,1"),
                Arguments.of(1e21, "1000000000000000000000"),
                Arguments.of(Double.NaN, "NaN"),
                Arguments.of(Float.NEGATIVE_INFINITY, "-Infinity"),
                Arguments.of(LocalDate.of(2026, 3, 31), "2026-03-31"),
                Arguments.of(PeriodKind.YEAR, "YEAR"),
                Arguments.of(Period.ofYear(2026), "2026JJ00"),
                Arguments.of(AgeBand.atLeast(67), "67+"),
                Arguments.of(KvkNumber.of("12345678"), "12345678"),
                Arguments.of(IndicatorId.of("bezoeken"), "bezoeken"),
                Arguments.of(Codelist.Item.of("A", LocalizedText.of("a", "a")), "A"),
                Arguments.of(AreaCode.of("GM0518"), "GM0518"),
                Arguments.of(Area.of(AreaCode.of("GM0518"), "'s-Gravenhage"), "GM0518"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void cell_value_notationOfTheFormat(Object value, String cell) {
        assertThat(CellWriter.cell(value, ANY)).contains(cell);
    }

    @Test
    void cell_areaInAColumnOfNames_itsName() {
        AreaCode city = AreaCode.of("GM0518");
        AreaHierarchy areas = AreaHierarchy.of("x", 2025, List.of(Area.of(city, "'s-Gravenhage")));
        ColumnType names = new ColumnType.Place(areas, AreaLevel.GEMEENTE, true);
        assertThat(CellWriter.cell(city, names)).contains("'s-Gravenhage");
        assertThat(CellWriter.cell(AreaCode.of("GM0363"), names)).contains("GM0363");
        assertThat(CellWriter.cell(city, new ColumnType.Place(areas, AreaLevel.GEMEENTE, false)))
                .contains("GM0518");
    }

    @Test
    void cell_unknownType_none() {
        assertThat(CellWriter.cell(List.of("a"), ANY)).isEmpty();
        assertThat(CellWriter.cell(new Object(), ANY)).isEmpty();
    }
}
