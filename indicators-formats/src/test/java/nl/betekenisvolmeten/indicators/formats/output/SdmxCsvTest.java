package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class SdmxCsvTest {

    private static final SdmxCsv.Dataflow FLOW =
            new SdmxCsv.Dataflow("BM", "TELFORMAT", "2026.1", Map.of("periode", "TIME_PERIOD"));

    private static List<String> written(String period, CellValue value) throws IOException {
        ResultTable.Row row = new ResultTable.Row(
                List.of(period, "=Laak"),
                List.of(Figure.of(value, 1, 0)),
                7,
                Optional.of(1L),
                Optional.of(new Coverage(1, 2)));
        ResultTable table =
                new ResultTable(List.of("periode", "gebied"), List.of("uren"), List.of(row), Findings.none());
        StringWriter out = new StringWriter();
        SdmxCsv.write(InternalUse.of(table, "test"), FLOW, out);
        return out.toString().lines().toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void write_exact_hasValueAndStatus() throws IOException {
        assertThat(written("2026KW03", CellValue.of(number("12.50"))))
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,GEBIED,MEASURE,OBS_VALUE,OBS_STATUS,STATUS,OBS_LOWER,OBS_UPPER,CELLS_MISSING,ROWS_REJECTED,OBS_ROWS,COVERAGE,REASON,OLDEST,CONF_STATUS,USE",
                        "dataflow,BM:TELFORMAT(2026.1),I,2026-Q3,'=Laak,uren,12.5,A,exact,,,0,0,7,0.5,,,F,internal");
    }

    @Test
    void write_whatHasNoValue_saysWhy() throws IOException {
        assertThat(written("2026JJ00", CellValue.between(number("3"), number("9")))
                        .get(1))
                .endsWith("I,2026-A1,'=Laak,uren,,E,between,3,9,0,0,7,0.5,,,F,internal");
        assertThat(written("2026HJ02", new CellValue.Suppressed()).get(1))
                .contains("2026-S2", ",uren,,Q,suppressed,,,")
                .endsWith(",C,internal");
        assertThat(written("2026MM04", new CellValue.Missing()).get(1)).contains("2026-M04", ",uren,,M,missing,,,");
        assertThat(written("x", new CellValue.NotDefined(CellValue.Reason.ZERO_DENOMINATOR))
                        .get(1))
                .contains("I,x,", ",uren,,M,refused,,,", ",zero_denominator,,F,");
        assertThat(written("x", new CellValue.NotDefined(CellValue.Reason.OVERFLOW))
                        .get(1))
                .contains(",uren,,M,refused,,,", ",overflow,,F,");
        assertThat(written("x", CellValue.Incomplete.of(CellValue.of(7))).get(1))
                .contains(",uren,7,E,incomplete,7,,0,0,");
    }

    @Test
    void dataflow_ofAnotherShape_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdmxCsv.Dataflow("B M", "X", "1", Map.of()))
                .withMessageContaining("B M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdmxCsv.Dataflow("BM", "", "1", Map.of()))
                .withMessage("not a data flow: 'BM:(1)'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdmxCsv.Dataflow("BM", "X", "1,2", Map.of()))
                .withMessage("not a data flow: 'BM:X(1,2)'");
    }

    @Test
    void write_twoTimePeriods_areRefused() {
        ResultTable table = new ResultTable(List.of("periode", "jaar"), List.of("uren"), List.of(), Findings.none());
        SdmxCsv.Dataflow twice = new SdmxCsv.Dataflow(
                "BM", "TELFORMAT", "2026.1", Map.of("periode", "TIME_PERIOD", "jaar", "TIME_PERIOD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdmxCsv.write(InternalUse.of(table, "test"), twice, new StringWriter()))
                .withMessageContaining("jaar");
    }
}
