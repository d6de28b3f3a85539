package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.Per;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName AGE = ColumnName.of("leeftijd");
    private static final Formula.Part ALL = new Formula.Part(VISITS, Map.of());
    private static final Formula.Part YOUNG = new Formula.Part(VISITS, Map.of(AGE, Set.of("0-11")));

    @Test
    void parts_areWhatAFormulaAddsUp() {
        Formula share = new Formula.Proportion("x", Per.HUNDRED, YOUNG, ALL);
        assertThat(share.parts()).containsExactly(YOUNG, ALL);
        assertThat(share.columns()).containsExactly(VISITS, VISITS);
        assertThat(share.dimensions()).containsExactly(AGE);
        assertThat(share.per()).isEqualTo(Per.HUNDRED);
        Formula rate = new Formula.PopulationRate("x", Per.THOUSAND, ALL, Optional.empty());
        assertThat(rate.parts()).containsExactly(ALL);
        assertThat(rate.dimensions()).isEmpty();
    }

    @Test
    void parts_ofAMeanAndOfAnswers() {
        Formula mean = new Formula.Mean("x", VISITS, AGE);
        assertThat(mean.parts()).containsExactly(ALL);
        assertThat(mean.columns()).containsExactly(VISITS, AGE);
        assertThat(mean.per()).isEqualTo(Per.ONE);
        Formula answers = new Formula.Answers("x", "vragen", "YES_NO", List.of("ja"));
        assertThat(answers.parts()).isEmpty();
        assertThat(answers.columns()).isEmpty();
    }
}
