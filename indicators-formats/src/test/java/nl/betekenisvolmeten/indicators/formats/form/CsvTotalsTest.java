package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.TotalsComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of totals is read as the deliveries are that it is set beside. */
class CsvTotalsTest {

    private static final FormatDefinition FORMAT = Forms.residuals();

    private static final AggregationPlan PLAN = AggregationPlan.by(
                    FORMAT.ruleSet().structure())
            .withGroupings(List.of(
                    new Grouping.ByArea("gebied", ColumnName.of("wijk"), AreaLevel.STADSDEEL),
                    new Grouping.ByPeriod("jaar", ColumnName.of("periode"), PeriodKind.YEAR),
                    new Grouping.ByColumn(ColumnName.of("leeftijdsgroep"))));

    private static Checked<List<TotalsComparison.Delivered>> read(String text) {
        return CsvTotals.read(DeliverySource.ofText("totalen.csv", text), PLAN, FORMAT.ruleSet());
    }

    private static List<String> lines(String text) {
        Checked<List<TotalsComparison.Delivered>> read = read(text);
        assertThat(read.findings().kept()).isEmpty();
        return read.orThrow().stream()
                .map(total -> String.join(" ", total.key()) + ": " + total.series() + " "
                        + total.value().toPlainString())
                .toList();
    }

    @Test
    void read_anyOrderAndNotation_givesTheKeysOfTheTable() {
        assertThat(lines("\nBezoeken;opmerking;jaar;Gebied;leeftijdsgroep;vrijwilligersuren\n"
                        + "1.200;x;2026;Laak;67+;12,50\n"
                        + "2000000;;2026JJ00;SD0518-CENTRUM;67 +;\n"
                        + ";;;;;\n"
                        + "5;;2026;STAD;67+;3\n"))
                .containsExactly(
                        "SD0518-LAAK 2026JJ00 67+: bezoeken 1200",
                        "SD0518-LAAK 2026JJ00 67+: vrijwilligersuren 12.50",
                        "SD0518-CENTRUM 2026JJ00 67+: bezoeken 2000000",
                        "STAD 2026JJ00 67+: bezoeken 5",
                        "STAD 2026JJ00 67+: vrijwilligersuren 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jaar;gebied;leeftijdsgroep|TF-S01",
                "jaar;gebied;bezoeken|TF-S01",
                "jaar;jaar;gebied;leeftijdsgroep;bezoeken|TF-S03",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026;Laak;67+|TF-S04",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026;Nergens;67+;5|TF-V02",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026KW01;Laak;67+;5|TF-V02",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026;Laak;oud;5|TF-V02",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026;Laak;67+;veel|TF-V05",
                "jaar;gebied;leeftijdsgroep;bezoeken#2026;Laak;67+;5#2026;Laak;67+;6|TF-R05"
            })
    void read_whatIsWrong_isToldWithItsPlace(String text, String code) {
        Checked<List<TotalsComparison.Delivered>> read = read(text.replace("#", "\n") + "\n");
        assertThat(read.findings().kept().stream().map(one -> one.code().value()))
                .containsExactly(code);
        assertThat(read.findings().kept().get(0).location().row()).isPresent();
    }

    @Test
    void read_emptyFile_lacksItsColumns() {
        assertThat(read("").findings().hasErrors()).isTrue();
    }
}
