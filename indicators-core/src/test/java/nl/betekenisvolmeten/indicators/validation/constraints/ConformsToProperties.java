package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Validator;
import org.jspecify.annotations.NullUnmarked;

/** A bean is checked as the row of a file is. */
@NullUnmarked
class ConformsToProperties {

    private static final jakarta.validation.Validator BEANS =
            BeanValidation.of(SmallFormat.definitions()).validator();

    private static final Validator ROWS = Validator.of(SmallFormat.rules());

    @ConformsTo(SmallFormat.ID)
    record Row(
            String organisatie,
            String stadsdeel,
            String wijk,
            String periode,
            String doelgroep,
            Long bezoeken,
            String uniekeDeelnemers,
            BigDecimal uren,
            String toelichting) {

        Map<ColumnName, String> cells() {
            Map<ColumnName, String> cells = new HashMap<>();
            put(cells, "organisatie", organisatie);
            put(cells, "stadsdeel", stadsdeel);
            put(cells, "wijk", wijk);
            put(cells, "periode", periode);
            put(cells, "doelgroep", doelgroep);
            put(cells, "bezoeken", bezoeken == null ? null : Long.toString(bezoeken));
            put(cells, "unieke_deelnemers", uniekeDeelnemers);
            put(cells, "uren", uren == null ? null : uren.toPlainString().replace('.', ','));
            put(cells, "toelichting", toelichting);
            return cells;
        }

        private static void put(Map<ColumnName, String> cells, String column, String text) {
            if (text != null) {
                cells.put(ColumnName.of(column), text);
            }
        }
    }

    private static final Arbitrary<String> ODD = Arbitraries.oneOf(
            Arbitraries.of(
                    "", " ", "?", "=1+1", "jan@example.nl", "bsn 111222333", "n.v.t.", "{value}", "${1+1}", "\\"),
            Arbitraries.strings().ascii().ofMaxLength(12));

    private static Arbitrary<String> cell(String... good) {
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(good)), Tuple.of(1, ODD))
                .injectNull(0.05);
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<BigDecimal> hours = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1"), new BigDecimal("2000000"))
                .ofScale(3)
                .map(BigDecimal::stripTrailingZeros)
                .injectNull(0.3);
        Arbitrary<Row> named = Combinators.combine(
                        cell("12345678", "1234 5678", "87654321"),
                        cell("Centrum", "Laak", "laak", "SD0518-LAAK"),
                        cell("WK051829", "WK051838", "wk051838", "Schildersbuurt"),
                        cell("2026KW01", "2026-Q2", "2025KW04", "2026JJ00"),
                        cell("ALLEN", "OUDEREN", "Ouderen", "allen"),
                        Arbitraries.longs().between(-2, 1_000_001).injectNull(0.1),
                        cell("0", "5", "70", "1.200"))
                .as((who, part, area, when, group, visits, persons) ->
                        new Row(who, part, area, when, group, visits, persons, null, null));
        return Combinators.combine(named, hours, cell("", "rustig kwartaal"))
                .as((row, time, note) -> new Row(
                        row.organisatie,
                        row.stadsdeel,
                        row.wijk,
                        row.periode,
                        row.doelgroep,
                        row.bezoeken,
                        row.uniekeDeelnemers,
                        time,
                        note));
    }

    @Property(tries = 500)
    void aBean_givesTheFindingsOfItsRow(@ForAll("rows") Row row) {
        List<Finding> ofRow = ROWS.check(row.cells());
        List<Finding> ofBean = new ArrayList<>();
        for (Finding finding : BeanValidation.findings(BEANS.validate(row)).kept()) {
            ofBean.add(finding.withLocation(new Location(
                    finding.location().source(),
                    finding.location().row(),
                    finding.location().column(),
                    Optional.empty())));
        }
        // Code, severity, column, arguments and suggestions: all but the path.
        assertThat(ofBean).containsExactlyInAnyOrderElementsOf(ofRow);
    }

    record Cells(
            @ValidKvkNumber String organisatie,

            @ValidAreaCode(areas = "denhaag@2025", levels = AreaLevel.WIJK)
            String wijk,

            @PeriodCode(kinds = PeriodKind.QUARTER) String periode) {}

    private static RuleSet single(String column, ColumnType type) {
        Dimension dimension = Dimension.Category.of(ColumnName.of(column));
        return new RuleSet(
                SmallFormat.rules().id(),
                List.of(new ColumnRule(dimension.name(), type, true, new ColumnRule.Part.OfDimension(dimension))),
                List.of(),
                SmallFormat.rules().verdicts());
    }

    private static List<String> strict(String column, ColumnType type, String text) {
        return Validator.of(single(column, type), Leniency.STRICT).check(Map.of(ColumnName.of(column), text)).stream()
                .map(ConformsToProperties::summary)
                .toList();
    }

    private static String summary(Finding finding) {
        Map<String, String> arguments = new TreeMap<>(finding.arguments());
        if (finding.code().value().equals("TF-V01")) {
            // what to do about an empty cell depends on the column's type, which a constraint on a text does not know
            arguments.remove("reason");
        }
        return finding.location().column().orElseThrow() + " " + finding.code() + " " + finding.severity() + " "
                + arguments + " " + finding.suggestions();
    }

    @Provide
    Arbitrary<String> texts() {
        return cell(
                "12345678",
                "1234 5678",
                "111222333",
                "WK051829",
                "wk051829 ",
                "Laakkwartier",
                "Laakwartier",
                "2026KW01",
                "2026-Q1",
                "eerste kwartaal 2026",
                "2026");
    }

    @Property(tries = 500)
    void aSingleConstraint_givesTheFindingsOfAStrictCheck(@ForAll("texts") String text) {
        List<String> expected = new ArrayList<>();
        if (text != null) {
            expected.addAll(strict("organisatie", new ColumnType.Kvk(), text));
            expected.addAll(strict("wijk", new ColumnType.Place(SmallFormat.areas(2025), AreaLevel.WIJK, false), text));
            expected.addAll(strict("periode", new ColumnType.Time(PeriodKind.QUARTER, Validity.always()), text));
        }
        assertThat(BeanValidation.findings(BEANS.validate(new Cells(text, text, text)))
                        .kept())
                .extracting(ConformsToProperties::summary)
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
