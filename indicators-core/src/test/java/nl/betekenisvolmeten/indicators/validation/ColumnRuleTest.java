package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import org.junit.jupiter.api.Test;

/** Which cells may be empty, and which columns absent. */
class ColumnRuleTest {

    private static final ColumnName NAME = ColumnName.of("deelnemers");
    private static final ColumnRule.Part PERSONS = new ColumnRule.Part.OfMeasure(new Measure.Distinct(NAME));
    private static final ColumnType COUNT = new ColumnType.Count(100);

    private static List<Finding> findings(Map<RuleSet.CellCheck, Verdict> verdicts, String cell) {
        RuleSet rules = new RuleSet(
                FormatId.of("test", "1"),
                List.of(new ColumnRule(NAME, COUNT, true, true, PERSONS)),
                List.of(),
                verdicts);
        return Validator.of(rules).check(Map.of(NAME, cell));
    }

    @Test
    void emptyCell_ofARequiredColumnThatMayBeEmpty_isAWarningOfItsOwnCode() {
        Map<RuleSet.CellCheck, Verdict> verdicts = new EnumMap<>(Forms.verdicts());
        verdicts.put(RuleSet.CellCheck.EXPECTED, Forms.verdict("TF-V11", Severity.WARNING));
        assertThat(findings(verdicts, ""))
                .extracting(finding -> finding.code() + " " + finding.severity())
                .containsExactly("TF-V11 WARNING");
        assertThat(findings(verdicts, "0")).isEmpty();
    }

    @Test
    void emptyCell_withoutAVerdict_hasTheCodeOfRequiredCells() {
        assertThat(findings(Forms.verdicts(), ""))
                .extracting(finding -> finding.code() + " " + finding.severity())
                .containsExactly("TF-V01 WARNING");
    }

    @Test
    void new_optionalColumn_mayAlwaysBeEmpty() {
        assertThat(new ColumnRule(NAME, COUNT, false, PERSONS).mayBeEmpty()).isTrue();
        assertThat(new ColumnRule(NAME, COUNT, true, PERSONS).mayBeEmpty()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(NAME, COUNT, false, false, PERSONS))
                .withMessageContaining("deelnemers");
    }

    @Test
    void new_dimension_isOptionalOnlyWhereAnEmptyCellHasAMeaning() {
        Codelist answers = Codelist.of(
                "antwoord",
                LocalizedText.of("Antwoord", "Answer"),
                List.of(Codelist.Item.of("onbekend", LocalizedText.of("Onbekend", "Unknown"))));
        ColumnRule.Part part = new ColumnRule.Part.OfDimension(Dimension.Category.of(NAME));
        ColumnType silent = new ColumnType.Code(answers);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(NAME, silent, false, part))
                .withMessageContaining("deelnemers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(NAME, silent, true, true, part))
                .withMessageContaining("deelnemers");
    }

    @Test
    void new_measureOfAnotherName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnRule(ColumnName.of("anders"), COUNT, true, PERSONS))
                .withMessageContaining("anders");
    }
}
