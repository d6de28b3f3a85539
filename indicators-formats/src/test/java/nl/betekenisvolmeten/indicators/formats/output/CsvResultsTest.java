package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.SmallResults.between;
import static nl.betekenisvolmeten.indicators.formats.SmallResults.exact;
import static nl.betekenisvolmeten.indicators.formats.SmallResults.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.SmallResults;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import org.junit.jupiter.api.Test;

class CsvResultsTest {

    private static List<String> totals(InternalUse<ResultTable> table) throws IOException {
        StringWriter out = new StringWriter();
        CsvResults.write(table, out);
        return out.toString().lines().toList();
    }

    private static List<String> comparison() throws IOException {
        StringWriter out = new StringWriter();
        CsvResults.writeComparison(SmallResults.comparison(), out);
        return out.toString().lines().toList();
    }

    @Test
    void write_eachStatus_asTheContractSays() throws IOException {
        assertThat(totals(SmallResults.totals()))
                .containsExactly(
                        "activiteit;uren;uren_lower;uren_upper;uren_status;uren_cells_missing;uren_reason;rows_rejected;rows;organisations;coverage;use",
                        "Taalcafé;12.5;12.5;12.5;exact;0;;0;3;2;0.25;internal",
                        "\"'=HYPERLINK(\"\"x\"\")\";;10;35;between;0;;0;2;1;1;internal",
                        "\"Eten; \"\"samen\"\"\";;;;missing;0;;0;1;1;1;internal",
                        "Sport;;;;refused;0;overflow;0;9;;;internal");
    }

    @Test
    void write_anyEnd_lineFeedOnly() throws IOException {
        StringWriter out = new StringWriter();
        CsvResults.write(SmallResults.totals(), out);

        assertThat(out.toString()).endsWith("9;;;internal\n").doesNotContain("\r");
    }

    @Test
    void write_formulas_harmless() throws IOException {
        for (String formula : List.of("=1+1", "+31", "-2", "@SUM(A1)", " =1", "\t=1")) {
            List<String> lines = totals(
                    SmallResults.totals(List.of(total(formula, exact("1"), 1, Optional.empty(), Optional.empty()))));

            assertThat(lines.get(1).replace("\"", "")).startsWith("'" + formula + ";1;");
        }
    }

    @Test
    void write_formulaAsAColumnName_harmless() throws IOException {
        ResultTable table = new ResultTable(List.of("=x"), List.of("@y"), List.of(), Findings.none());

        assertThat(totals(InternalUse.of(table, "a test")))
                .containsExactly(
                        "'=x;'@y;'@y_lower;'@y_upper;'@y_status;'@y_cells_missing;rows_rejected;rows;organisations;coverage;use");
    }

    @Test
    void write_largeSmallAndNegativeNumbers_withoutExponent() throws IOException {
        Optional<Coverage> third = Optional.of(new Coverage(1, 3));
        List<String> lines = totals(SmallResults.totals(List.of(
                total("groot", exact("1E+15"), 1, Optional.of(1L), third),
                total("klein", exact("0.000000010"), 1, Optional.of(1L), third),
                total("nul", exact("0.00"), 1, Optional.of(1L), third),
                total("min", between("-12.50", "-0.5"), 1, Optional.of(1L), third))));

        String end = ";0;0;1;1;0.33333333333333333;internal";
        assertThat(lines.subList(1, 5))
                .containsExactly(
                        "groot;1000000000000000;1000000000000000;1000000000000000;exact" + end,
                        "klein;0.00000001;0.00000001;0.00000001;exact" + end,
                        "nul;0;0;0;exact" + end,
                        "min;;-12.5;-0.5;between" + end);
    }

    @Test
    void writeComparison_eachStatus_asTheContractSays() throws IOException {
        assertThat(comparison())
                .containsExactly(
                        "area_code;area;indicator;period;numerator;numerator_lower;numerator_upper;denominator;per;value;"
                                + "lower;upper;confidence;method;city_value;p_value;p_adjusted;verdict;funnel;rank_lower;"
                                + "rank_upper;status;difference_class;design_effect_lower;design_effect_upper;design_effect_basis;reason;inhabitants_date;"
                                + "n;invited;response;mean;previous_period;previous_value;previous_lower;previous_upper;change;change_lower;change_upper;"
                                + "change_verdict;change_reason;organisations_matched;use",
                        "SD9999-OOST;Oost;bezoeken;2026KW01;7;7;7;2000;1000;3.5;1.25;7.5;0.95;byar-exact;8.4;"
                                + "1.5E-9;3E-9;worse;low;2;3;exact;smaller;;;;;2026-01-01;;;;;2025KW04;3;2;4;1.0833;0.75;1.5;similar;;4;internal",
                        "SD9999-WEST;\"West; \"\"nieuw\"\"\";bezoeken;2026KW01;;25;45;3000;1000;;5.5;20;0.95;"
                                + "byar-exact;;;;not_decided;;;;between;;;;;;2026-01-01;;;;;;;;;;;;;;;internal",
                        "SD9999-ZUID;'@Zuid;bezoeken;2026KW01;;;;5000;1000;;;;0.998;none;;;;not_decided;;;;missing;;;;;;;;;;;;;;;;;;;;;internal",
                        "SD9999-ZUIDER;Zuider;bezoeken;2026KW01;0;0;0;;1000;;;;0.998;none;;;;not_decided;;;;refused;;;;;;;;;;;;;;;;;;;;;internal");
    }

    @Test
    void write_otherDefaultLocale_sameText() throws IOException {
        List<String> totals = totals(SmallResults.totals());
        List<String> comparison = comparison();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("nl-NL", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(totals(SmallResults.totals())).isEqualTo(totals);
                assertThat(comparison()).isEqualTo(comparison);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
