package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.PersonRule;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import org.junit.jupiter.api.Test;

/** Counts that are related, published together: new participants next to all participants. */
class RelatedCountsTest {

    static final ColumnName NEW = ColumnName.of("nieuwe_deelnemers");
    private static final ColumnName UNNAMED = ColumnName.of("bezoeken_zonder_naam");
    private static final ColumnName ORGANISATION = ColumnName.of("organisatie");
    private static final Verdict VERDICT = new Verdict(FindingCode.of("XX-R01"), Severity.ERROR);

    private static final TableStructure STRUCTURE = with(new Measure.Distinct(NEW));

    private static TableStructure with(Measure measure) {
        return new TableStructure(
                City.STRUCTURE.dimensions(),
                Stream.concat(City.STRUCTURE.measures().stream(), Stream.of(measure))
                        .toList());
    }

    private static PublicationPlan.Count persons(ColumnName measure, ColumnName... atMost) {
        return new PublicationPlan.Count(measure, measure, true, 0, false, List.of(atMost));
    }

    private static PublicationPlan plan(int rounding, PublicationPlan.Count... counts) {
        DisclosurePolicy policy = new DisclosurePolicy(
                FormatId.of("beleid", "1"), City.text(), City.provenance(), 10, rounding, DisclosurePolicy.Level.L1);
        return City.plan(
                policy,
                List.of(
                        new PublicationPlan.Part(
                                City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(), List.of(counts)),
                        new PublicationPlan.Part(
                                City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, List.of(), List.of(counts))));
    }

    static PublicationPlan plan(int rounding) {
        return plan(rounding, persons(City.PERSONS), persons(NEW, City.PERSONS));
    }

    /** Rows with all and new participants of some wijken. */
    private static CountTable rows(long[][] wijken) {
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        for (long[] wijk : wijken) {
            rows.row()
                    .code("wijk", City.wijk(wijk[0]))
                    .code("periode", "2026KW01")
                    .code("leeftijd", "oud")
                    .value("unieke_deelnemers", wijk[1])
                    .value("nieuwe_deelnemers", wijk[2])
                    .add();
        }
        return rows.build();
    }

    static Map<String, ResultTable> protect(int rounding, long[][] wijken) {
        return City.published(DisclosureControl.of(List.of()).protect(plan(rounding), rows(wijken)));
    }

    static CellValue value(Map<String, ResultTable> tables, ColumnName measure, long wijk) {
        return Objects.requireNonNull(tables.get(City.WIJKEN))
                .figure(measure.value(), City.wijk(wijk), "Wijk " + wijk, "2026JJ00")
                .orElseThrow()
                .value();
    }

    /** In wijk 5 all but three participants are new. */
    private static final long[][] ALL_BUT_THREE = {{5, 60, 57}, {6, 80, 30}, {7, 70, 20}};

    @Test
    void allButFewAreNew_hidesHowManyAreNew() {
        for (int rounding : new int[] {1, 5}) {
            Map<String, ResultTable> tables = protect(rounding, ALL_BUT_THREE);
            assertThat(value(tables, City.PERSONS, 5)).isEqualTo(CellValue.of(60));
            assertThat(value(tables, NEW, 5)).isInstanceOf(CellValue.Suppressed.class);
        }
    }

    /** Three, ten and none are left out: three are few, without any attack. */
    @Test
    void fewLeftOut_areHiddenFromTheStart() {
        CountTable rows = rows(new long[][] {{5, 60, 57}, {6, 80, 70}, {7, 70, 70}});
        CountedCells counted = CountedCells.of(plan(1), rows);
        Reporters reporters = Reporters.of(counted, rows);
        HiddenCells some = new HiddenCells(counted, reporters, NEW);
        HiddenCells all = new HiddenCells(counted, reporters, City.PERSONS);
        assertThat(List.of(5, 6, 7))
                .extracting(wijk -> some.isHidden(counted.cell(City.wijk(wijk), "2026JJ00", List.of())))
                .containsExactly(true, false, false);
        assertThat(List.of(5, 6, 7))
                .extracting(wijk -> all.isHidden(counted.cell(City.wijk(wijk), "2026JJ00", List.of())))
                .containsExactly(false, false, false);
    }

    @Test
    void nobodyOrManyAreLeftOut_hidesNothing() {
        Map<String, ResultTable> tables = protect(1, new long[][] {{5, 60, 60}, {6, 80, 0}, {7, 70, 60}});
        assertThat(value(tables, NEW, 5)).isEqualTo(CellValue.of(60));
        assertThat(value(tables, NEW, 6)).isEqualTo(CellValue.of(0));
        assertThat(value(tables, NEW, 7)).isEqualTo(CellValue.of(60));
    }

    @Test
    void aNumberPutBack_givesTheFewOthersAway_withTheDerivation() {
        Map<String, ResultTable> tables = protect(1, ALL_BUT_THREE);
        ResultTable old = Objects.requireNonNull(tables.get(City.WIJKEN));
        List<ResultTable.Row> rows = new ArrayList<>();
        for (ResultTable.Row row : old.rows()) {
            List<Figure> figures = new ArrayList<>(row.figures());
            if (row.key().get(0).equals(City.wijk(5))) {
                figures.set(old.series().indexOf(NEW.value()), Figure.of(CellValue.of(57), 1, 0));
            }
            rows.add(row.withFigures(figures));
        }
        tables.put(City.WIJKEN, new ResultTable(old.keys(), old.series(), rows, old.findings()));
        assertThat(AttackCheck.of(plan(1), City.AREAS).attack(tables).exposed()).anySatisfy(cell -> {
            assertThat(cell.measure()).isEqualTo("nieuwe_deelnemers");
            assertThat(cell.derivation().en())
                    .contains("unieke_deelnemers - nieuwe_deelnemers Wijk 5 2026JJ00 at most"
                            + " 60 (unieke_deelnemers Wijk 5 2026JJ00)"
                            + " - 57 (nieuwe_deelnemers Wijk 5 2026JJ00) = 3");
        });
    }

    private static void assertRefused(Measure measure, PublicationPlan plan, List<Rule> rules, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanCheck.check(plan, with(measure), rules))
                .satisfies(fault -> assertThat(fault.getMessage()).contains(words));
    }

    @Test
    void newAmongOthers_mustBeInThePlan() {
        Measure measure = new Measure.Distinct(
                NEW, true, Optional.of(new Measure.NewTo(ORGANISATION, 4, City.PERSONS)), Optional.empty());
        PublicationPlan silent = plan(5, persons(City.PERSONS), persons(NEW));
        assertRefused(measure, silent, List.of(), "nieuwe_deelnemers", "at most 'unieke_deelnemers'");
        PlanCheck.check(plan(5), with(measure), List.of());
        PlanCheck.check(plan(5, persons(NEW)), with(measure), List.of());
    }

    @Test
    void residentsAmongOthers_mustBeInThePlan() {
        Measure measure = new Measure.Distinct(NEW, true, Optional.empty(), Optional.of(AreaLevel.STADSDEEL));
        assertRefused(measure, plan(5, persons(City.PERSONS), persons(NEW)), List.of(), "nieuwe_deelnemers", "atMost");
        PlanCheck.check(plan(5), with(measure), List.of());
    }

    @Test
    void firstTimes_areRefused() {
        Measure measure = new Measure.Distinct(
                NEW,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Measure.FirstIn(PeriodKind.YEAR, List.of(ORGANISATION), City.PERSONS)));
        assertRefused(measure, plan(5), List.of(), "nieuwe_deelnemers", "first times", "unieke_deelnemers");
    }

    @Test
    void eventsWithoutAName_areRefusedNextToThePersons() {
        Measure measure = new Measure.Distinct(
                NEW,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Measure.Unnamed(City.VISITS, City.MEETINGS)),
                Optional.empty());
        PublicationPlan plan = plan(5, persons(NEW), new PublicationPlan.Count(City.MEETINGS, NEW, false, 0, false));
        assertRefused(measure, plan, List.of(), "cannot be published together", "bijeenkomsten");
    }

    @Test
    void otherPersonsThanTheRowsSay_areRefused() {
        Measure measure = new Measure.Flow(
                UNNAMED, 0, Optional.of(new Measure.Repeats(Optional.of(City.PERSONS), Optional.empty())));
        PublicationPlan plan =
                plan(5, persons(City.VOLUNTEERS), new PublicationPlan.Count(UNNAMED, City.VOLUNTEERS, true, 0, false));
        assertRefused(measure, plan, List.of(), "bezoeken_zonder_naam", "'unieke_deelnemers', not 'vrijwilligers'");
    }

    @Test
    void aMean_isRefused() {
        Measure measure = new Measure.Mean(NEW, 1, City.VISITS);
        assertRefused(measure, plan(5, persons(NEW)), List.of(), "otherwise than the rows do");
    }

    @Test
    void rulesAboutTwoCounts_mustBeInThePlan() {
        Measure measure = new Measure.Flow(UNNAMED, 0);
        PublicationPlan.Count visits = new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, false);
        PublicationPlan.Count meetings = new PublicationPlan.Count(City.MEETINGS, City.PERSONS, false, 0, false);
        PublicationPlan.Count unnamed = new PublicationPlan.Count(UNNAMED, City.PERSONS, false, 0, false);
        PublicationPlan all = plan(5, persons(City.PERSONS), visits, meetings, unnamed);
        Rule persons = new Rule.AtMost(VERDICT, City.PERSONS, City.VISITS);
        Rule balance = new BalanceRule(
                VERDICT,
                City.VISITS,
                BalanceRule.Comparison.AT_LEAST,
                List.of(City.PERSONS, UNNAMED),
                List.of(),
                BalanceRule.Empty.UNKNOWN);
        PlanCheck.check(all, with(measure), List.of(persons));
        PlanCheck.check(plan(5, persons(City.PERSONS), visits), with(measure), List.of(persons, balance));
        assertRefused(measure, all, List.of(new Rule.AtMost(VERDICT, City.MEETINGS, City.VISITS)), "atMost");
        assertRefused(measure, all, List.of(balance), "bezoeken_zonder_naam");
        assertRefused(
                measure,
                all,
                List.of(new PersonRule.Squares(VERDICT, UNNAMED, City.VISITS, City.PERSONS)),
                "cannot be published together");
        Rule equal = new BalanceRule(
                VERDICT,
                City.VISITS,
                BalanceRule.Comparison.EQUAL,
                List.of(City.MEETINGS),
                List.of(City.HOURS),
                BalanceRule.Empty.UNKNOWN);
        assertRefused(measure, all, List.of(equal), "cannot be published together");
    }

    @Test
    void eachPairOfARule_isRefusedByItself() {
        Measure measure = new Measure.Flow(UNNAMED, 0);
        PublicationPlan.Count visits = new PublicationPlan.Count(City.VISITS, City.PERSONS, true, 0, false);
        PublicationPlan.Count unnamed = new PublicationPlan.Count(UNNAMED, City.PERSONS, false, 0, false);
        List<Rule> squares = List.of(new PersonRule.Squares(VERDICT, UNNAMED, City.VISITS, City.PERSONS));
        assertRefused(
                measure,
                plan(5, persons(City.PERSONS), unnamed),
                squares,
                "cannot be published together",
                "unieke_deelnemers");
        List<Rule> ofVolunteers = List.of(new PersonRule.Squares(VERDICT, UNNAMED, City.VISITS, City.VOLUNTEERS));
        assertRefused(
                measure,
                plan(5, persons(City.PERSONS), visits, unnamed),
                ofVolunteers,
                "cannot be published together",
                "bezoeken");
        PlanCheck.check(plan(5, persons(City.PERSONS), visits), with(measure), squares);
        // parts whose sum is at most the whole: so is each of them, and no two of them are published together
        List<Rule> parts = List.of(new BalanceRule(
                VERDICT,
                City.VISITS,
                BalanceRule.Comparison.AT_LEAST,
                List.of(City.MEETINGS, UNNAMED),
                List.of(),
                BalanceRule.Empty.UNKNOWN));
        assertRefused(
                measure, plan(5, persons(City.PERSONS), visits, unnamed), parts, "at most 'bezoeken'", "zonder_naam");
        PublicationPlan.Count atMost =
                new PublicationPlan.Count(UNNAMED, City.PERSONS, false, 0, false, List.of(City.VISITS));
        PlanCheck.check(plan(5, persons(City.PERSONS), visits, atMost), with(measure), parts);
        PublicationPlan.Count meetings =
                new PublicationPlan.Count(City.MEETINGS, City.PERSONS, false, 0, false, List.of(City.VISITS));
        assertRefused(
                measure,
                plan(5, persons(City.PERSONS), visits, atMost, meetings),
                parts,
                "cannot be published together",
                "bijeenkomsten");
    }

    @Test
    void personsThatTheRowsSay_andResidentsAlone_areAllowed() {
        Measure named = new Measure.Flow(
                UNNAMED, 0, Optional.of(new Measure.Repeats(Optional.of(City.PERSONS), Optional.empty())));
        PublicationPlan.Count unnamed = new PublicationPlan.Count(UNNAMED, City.PERSONS, true, 0, false);
        PlanCheck.check(plan(5, persons(City.PERSONS), unnamed), with(named), List.of());
        Measure residents = new Measure.Distinct(NEW, true, Optional.empty(), Optional.of(AreaLevel.STADSDEEL));
        PlanCheck.check(plan(5, persons(NEW)), with(residents), List.of());
        assertRefused(
                named,
                plan(5, persons(City.PERSONS), new PublicationPlan.Count(UNNAMED, City.PERSONS, true, 1, false)),
                List.of(),
                "otherwise than the rows do");
        assertRefused(named, plan(5, persons(UNNAMED)), List.of(), "otherwise than the rows do");
        assertRefused(named, plan(5, persons(ColumnName.of("anders"))), List.of(), "no measure 'anders'");
    }

    @Test
    void aComparisonWithACountThatIsNotInThePlan_isRefused() {
        assertThat(plan(5).counts().stream().map(PublicationPlan.Count::atMost).collect(Collectors.toList()))
                .containsExactly(List.of(), List.of(City.PERSONS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(5, persons(NEW, City.PERSONS)))
                .withMessageContaining("unieke_deelnemers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> persons(NEW, NEW))
                .withMessageContaining("nieuwe_deelnemers");
    }
}
