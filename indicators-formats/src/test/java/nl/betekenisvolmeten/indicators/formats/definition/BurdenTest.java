package nl.betekenisvolmeten.indicators.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.Forms;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Difference;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Likeness;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import org.junit.jupiter.api.Test;

class BurdenTest {

    private static final Burden TELFORMAT =
            Burden.of(Forms.telformat(), Definitions.bundled().indicatorSets().all());

    private static Burden.Item item(Burden burden, String column) {
        return burden.columns().stream()
                .filter(one -> one.column().value().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cells_ofADelivery_areThoseOfItsRows() {
        // 12 of the 17 columns are required
        assertThat(TELFORMAT.requiredCells(1)).isEqualTo(12);
        assertThat(TELFORMAT.optionalCells(1)).isEqualTo(5);
        assertThat(TELFORMAT.requiredCells(250)).isEqualTo(3000);
        assertThat(TELFORMAT.optionalCells(0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TELFORMAT.requiredCells(-1))
                .withMessage("rows must not be negative: -1");
    }

    @Test
    void use_everyKindOfColumn_isNamed() {
        assertThat(item(TELFORMAT, "bezoeken").use()).isEqualTo(Burden.Use.FIGURE);
        assertThat(item(TELFORMAT, "doelgroep").use()).isEqualTo(Burden.Use.SELECTION);
        assertThat(item(TELFORMAT, "wijk").use()).isEqualTo(Burden.Use.PLACEMENT);
        assertThat(item(TELFORMAT, "organisatie").use()).isEqualTo(Burden.Use.PLACEMENT);
        assertThat(item(TELFORMAT, "activiteit").use()).isEqualTo(Burden.Use.KEY);
        assertThat(item(TELFORMAT, "toelichting").use()).isEqualTo(Burden.Use.NONE);
        // no indicator of any set reads the made-up format; its rules do
        Burden other = Burden.of(
                Forms.eettafels(), Definitions.bundled().indicatorSets().all());
        assertThat(item(other, "kilo").use()).isEqualTo(Burden.Use.CHECK);
        assertThat(other.columns()).allMatch(one -> one.feeds().isEmpty());
        assertThat(other.withoutIndicator().stream().map(one -> one.column().value()))
                .containsExactly("leeftijd", "vorm", "maaltijden", "eters", "kilo", "opmerking");
    }

    @Test
    void feeds_columns_areThoseOfTheFormulas() {
        assertThat(item(TELFORMAT, "vrijwilligersuren").feeds().stream().map(id -> id.value()))
                .containsExactly(
                        "vrijwilligersuren", "vrijwilligersuren-per-bijeenkomst", "vrijwilligersuren-per-100-bezoeken");
        assertThat(item(TELFORMAT, "doelgroep").feeds().stream().map(id -> id.value()))
                .contains("aandeel-bezoeken-nieuwkomers")
                .doesNotContain("bijeenkomsten");
        assertThat(TELFORMAT.withoutIndicator().stream().map(one -> one.column().value()))
                .containsExactly("activiteit", "toelichting");
    }

    /** An indicator that selects by a column that the format lacks is not fed by it. */
    @Test
    void feeds_formatWithoutTheSelectingColumn_doesNotCount() {
        FormatDefinition all = Forms.telformat();
        List<Column> fewer = all.columns().stream()
                .filter(column -> !column.name().value().equals("doelgroep"))
                .toList();
        FormatDefinition without = new FormatDefinition(
                all.id(),
                all.title(),
                all.validity(),
                all.provenance(),
                fewer,
                new RuleSet(
                        all.id(),
                        fewer.stream().map(Column::rule).toList(),
                        List.of(),
                        all.ruleSet().verdicts()),
                List.of(),
                Optional.empty(),
                DeliveryRules.none(),
                Optional.empty(),
                FormatDefinition.Handover.NOT_STATED);
        Burden burden = Burden.of(without, Definitions.bundled().indicatorSets().all());
        assertThat(item(burden, "unieke_deelnemers").feeds().stream().map(id -> id.value()))
                .contains("unieke-deelnemers")
                .doesNotContain("aandeel-bezoeken-nieuwkomers");
    }

    @Test
    void between_theSameFormat_isAllTheSame() {
        for (FormatDefinition format : Forms.all()) {
            SharedColumns overlap = SharedColumns.between(format, format);
            assertThat(overlap.shared()).hasSameSizeAs(format.columns());
            assertThat(overlap.shared()).allMatch(one -> one.likeness() == Likeness.SAME);
            assertThat(overlap.onlyLeft()).isEmpty();
            assertThat(overlap.onlyRight()).isEmpty();
        }
    }

    @Test
    void between_byConcept_findsColumnsOfAnotherName() {
        SharedColumns overlap = SharedColumns.between(Forms.telformat(), Forms.eettafels());
        assertThat(overlap.shared().stream().map(SharedColumns.Shared::concept))
                .containsExactly("TIME_PERIOD", "UNIEKE_DEELNEMERS");
        SharedColumns.Shared period = overlap.shared().get(0);
        assertThat(period.right()).isEqualTo(ColumnName.of("halfjaar"));
        assertThat(period.differences()).containsExactly(Difference.NAME, Difference.PERIOD_LENGTH);
        assertThat(period.likeness()).isEqualTo(Likeness.CONTENT);
        SharedColumns.Shared persons = overlap.shared().get(1);
        assertThat(persons.differences()).containsExactly(Difference.NAME, Difference.REQUIRED, Difference.LIMIT);
        assertThat(persons.likeness()).isEqualTo(Likeness.NOTATION);
        assertThat(overlap.onlyLeft()).hasSize(15).contains(ColumnName.of("wijk"));
        assertThat(overlap.onlyRight()).hasSize(8).contains(ColumnName.of("kilo"));
    }

    private static Column column(ColumnType type, ColumnRule.Part part) {
        LocalizedText text = LocalizedText.of("x", "x");
        return new Column(new ColumnRule(ColumnName.of("x"), type, true, part), text, text, Optional.empty(), true);
    }

    private static ColumnRule.Part measure(Measure measure) {
        return new ColumnRule.Part.OfMeasure(measure);
    }

    @Test
    void differences_ofTypes_areTold() {
        ColumnName x = ColumnName.of("x");
        ColumnRule.Part text = new ColumnRule.Part.OfAttribute();
        Column visits = column(new ColumnType.Count(10), measure(new Measure.Flow(x, 0)));
        Column persons = column(new ColumnType.Count(10), measure(new Measure.Distinct(x)));
        Column hours = column(new ColumnType.Quantity(2, 10), measure(new Measure.Flow(x, 2)));
        assertThat(SharedColumns.differences(visits, persons)).containsExactly(Difference.NATURE);
        assertThat(SharedColumns.differences(visits, hours)).containsExactly(Difference.DECIMALS);
        assertThat(SharedColumns.differences(visits, column(new ColumnType.Text(9), text)))
                .containsExactly(Difference.KIND);
        assertThat(SharedColumns.differences(
                        column(new ColumnType.Text(8), text), column(new ColumnType.Text(9), text)))
                .containsExactly(Difference.LIMIT);
        var areas = Definitions.bundled().areas().get("denhaag").hierarchy();
        var level = AreaLevel.WIJK;
        Column byCode = column(
                new ColumnType.Place(areas, level, false),
                new ColumnRule.Part.OfDimension(new Dimension.Place(x, areas, level, false)));
        Column byName = column(
                new ColumnType.Place(areas, level, true),
                new ColumnRule.Part.OfDimension(new Dimension.Place(x, areas, level, true)));
        assertThat(SharedColumns.differences(byCode, byName)).containsExactly(Difference.CODE_OR_NAME);
        Column quarters = column(
                new ColumnType.Time(PeriodKind.QUARTER, Validity.always()),
                new ColumnRule.Part.OfDimension(new Dimension.Time(x)));
        assertThat(SharedColumns.differences(byCode, quarters)).containsExactly(Difference.KIND);
    }
}
