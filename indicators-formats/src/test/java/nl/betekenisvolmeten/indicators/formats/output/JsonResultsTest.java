package nl.betekenisvolmeten.indicators.formats.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonResultsTest {

    @Test
    void write_totals_boundsAndNulls() throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.write(SmallResults.totals(), out);
        List<Map<String, @Nullable Object>> rows = Parsed.objects(Parsed.of(out.toString()));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).keySet())
                .containsExactly(
                        "activiteit",
                        "uren",
                        "uren_lower",
                        "uren_upper",
                        "uren_status",
                        "uren_cells_missing",
                        "uren_reason",
                        "rows_rejected",
                        "rows",
                        "organisations",
                        "coverage",
                        "use");
        assertThat(rows.get(0))
                .containsEntry("activiteit", "Taalcafé")
                .containsEntry("coverage", new BigDecimal("0.25"))
                .containsEntry("uren", new BigDecimal("12.5"))
                .containsEntry("uren_lower", new BigDecimal("12.5"))
                .containsEntry("uren_upper", new BigDecimal("12.5"))
                .containsEntry("uren_status", "exact")
                .containsEntry("uren_reason", null);
        assertThat(rows.get(1))
                .containsEntry("uren", null)
                .containsEntry("uren_lower", BigDecimal.TEN)
                .containsEntry("uren_upper", BigDecimal.valueOf(35))
                .containsEntry("uren_status", "between");
        assertThat(rows.get(2))
                .containsEntry("uren", null)
                .containsEntry("uren_lower", null)
                .containsEntry("uren_upper", null)
                .containsEntry("uren_status", "missing");
        assertThat(rows.get(3))
                .containsEntry("uren_reason", "overflow")
                .containsEntry("organisations", null)
                .containsEntry("coverage", null);
    }

    @Test
    void writeComparison_rows_asTheCsv() throws IOException {
        StringWriter out = new StringWriter();
        JsonResults.writeComparison(SmallResults.comparison(), out);
        List<Map<String, @Nullable Object>> rows = Parsed.objects(Parsed.of(out.toString()));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsEntry("area_code", "SD9999-OOST")
                .containsEntry("numerator", BigDecimal.valueOf(7))
                .containsEntry("per", BigDecimal.valueOf(1000))
                .containsEntry("value", new BigDecimal("3.5"))
                .containsEntry("lower", new BigDecimal("1.25"))
                .containsEntry("confidence", new BigDecimal("0.95"))
                .containsEntry("p_value", new BigDecimal("1.5E-9"))
                .containsEntry("rank_lower", BigDecimal.valueOf(2))
                .containsEntry("rank_upper", BigDecimal.valueOf(3))
                .containsEntry("reference", "rest")
                .containsEntry("reference_value", new BigDecimal("9"))
                .containsEntry("inference", "super-population")
                .containsEntry("crude", new BigDecimal("3.5"))
                .containsKey("change")
                .containsEntry("verdict", "worse")
                .containsEntry("funnel", "low")
                .containsEntry("coverage", new BigDecimal("0.25"));
        assertThat(rows.get(1))
                .containsEntry("area", "West; \"nieuw\"")
                .containsEntry("numerator", null)
                .containsEntry("numerator_lower", BigDecimal.valueOf(25))
                .containsEntry("numerator_upper", BigDecimal.valueOf(45))
                .containsEntry("value", null)
                .containsEntry("p_value", null)
                .containsEntry("p_adjusted", null)
                .containsEntry("verdict", "not_decided")
                .containsEntry("change", null)
                .containsEntry("difference", null)
                .containsEntry("rank_lower", null)
                .containsEntry("funnel", null);
        assertThat(rows.get(3))
                .containsEntry("denominator", null)
                .containsEntry("city_value", null)
                .containsEntry("lower", null)
                .containsEntry("coverage", null)
                .containsEntry("status", "refused");
    }

    @Test
    void write_writer_isNotClosed() throws IOException {
        boolean[] closed = {false};
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JsonResults.write(SmallResults.totals(), out);
        JsonResults.writeComparison(SmallResults.comparison(), out);

        assertThat(closed[0]).isFalse();
        assertThat(out.toString()).endsWith("]\n");
    }
}
