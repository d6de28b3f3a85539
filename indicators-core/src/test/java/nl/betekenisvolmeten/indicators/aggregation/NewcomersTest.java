package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import org.junit.jupiter.api.Test;

/**
 * Bounds of the number of persons within and across periods, from age groups, new persons and visits without a name.
 */
class NewcomersTest {

    private static final ColumnName WHO = ColumnName.of("organisatie");
    private static final ColumnName WHEN = ColumnName.of("periode");
    private static final ColumnName AGE = ColumnName.of("leeftijdsgroep");
    private static final ColumnName GENDER = ColumnName.of("geslacht");
    private static final ColumnName PERSONS = ColumnName.of("deelnemers");
    private static final ColumnName VISITS = ColumnName.of("bezoeken");
    private static final ColumnName NAMELESS = ColumnName.of("bezoeken_zonder_naam");
    private static final ColumnName NEW = ColumnName.of("nieuw");
    private static final long NONE = Long.MIN_VALUE;

    private static final Dimension REPORTER = new Dimension.Reporter(WHO);
    private static final Dimension TIME = new Dimension.Time(WHEN);
    private static final Dimension AGES = new Dimension.Category(AGE, Set.of("0-17", "18-66", "67+"));
    private static final Dimension GENDERS = new Dimension.Category(GENDER, Set.of("m", "v"));

    private static Measure.Distinct persons(boolean partitioned) {
        return new Measure.Distinct(PERSONS, partitioned);
    }

    private static Measure.Distinct newTo(ColumnName column, ColumnName among) {
        return new Measure.Distinct(NEW, false, Optional.of(new Measure.NewTo(column, 2, among)), Optional.empty());
    }

    private static final List<Measure> PERSONS_AND_NEW = List.of(persons(false), newTo(WHO, PERSONS));
    private static final TableStructure BY_QUARTER = new TableStructure(List.of(REPORTER, TIME), PERSONS_AND_NEW);

    /** Codes and numbers of a row; {@link #NONE} is an empty cell. */
    private static Observation row(List<String> codes, long... numbers) {
        boolean[] known = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            known[i] = numbers[i] != NONE;
        }
        return Observation.of(codes.toArray(String[]::new), numbers, known);
    }

    private static Observation row(String who, String when, long... numbers) {
        return row(List.of(who, when), numbers);
    }

    private static CellValue total(TableStructure structure, Observation... rows) {
        Aggregator aggregator =
                AggregationPlan.by(structure).withGroupings(List.of()).newAggregator();
        List.of(rows).forEach(aggregator);
        return aggregator.result().figure(PERSONS.value()).orElseThrow().value();
    }

    private static CellValue between(long lower, long upper) {
        return CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    private static CellValue incomplete(long lower, Optional<Long> upper) {
        return new CellValue.Incomplete(
                Optional.empty(), Optional.of(BigDecimal.valueOf(lower)), upper.map(BigDecimal::valueOf));
    }

    @Test
    void newPersonsInTheNextTwoQuarters_addToThePersonsOfAQuarter() {
        assertThat(total(
                        BY_QUARTER,
                        row("a", "2026KW01", 10, 10),
                        row("a", "2026KW02", 8, 6),
                        row("a", "2026KW03", 7, 5)))
                .isEqualTo(between(21, 25));
        // all persons of the second quarter are new
        assertThat(total(BY_QUARTER, row("a", "2026KW01", 10, 10), row("a", "2026KW02", 6, 6)))
                .isEqualTo(CellValue.of(16));
    }

    /**
     * "New" means not seen in the two previous quarters, so persons who are new three quarters later may have come
     * before.
     */
    @Test
    void newPersonsThreeQuartersLater_mayHaveComeBefore() {
        assertThat(total(BY_QUARTER, row("a", "2026KW01", 20, 20), row("a", "2026KW03", 5, 5)))
                .isEqualTo(CellValue.of(25));
        assertThat(total(BY_QUARTER, row("a", "2026KW01", 20, 20), row("a", "2026KW04", 5, 5)))
                .isEqualTo(between(20, 25));
    }

    @Test
    void personsNewToOneOrganisation_mayHaveComeToAnother() {
        assertThat(total(BY_QUARTER, row("a", "2026KW01", 10, 10), row("b", "2026KW02", 6, 6)))
                .isEqualTo(between(10, 16));
        assertThat(total(
                        BY_QUARTER,
                        row("a", "2026KW01", 10, 10),
                        row("b", "2026KW01", 9, 0),
                        row("b", "2026KW02", 6, 6)))
                .isEqualTo(between(15, 25));
    }

    @Test
    void newInAnotherMeasureOrColumn_addsNothing() {
        Observation[] rows = {row("a", "2026KW01", 10, 10), row("a", "2026KW02", 6, 6)};
        assertThat(total(
                        new TableStructure(
                                List.of(REPORTER, TIME), List.of(persons(false), newTo(WHO, ColumnName.of("anderen")))),
                        rows))
                .isEqualTo(between(10, 16));
        assertThat(total(
                        new TableStructure(List.of(REPORTER, TIME), List.of(persons(false), newTo(WHEN, PERSONS))),
                        rows))
                .isEqualTo(between(10, 16));
    }

    @Test
    void newPersonsInRowsWithoutPeriodOrReporter_addNothing() {
        assertThat(total(
                        new TableStructure(List.of(REPORTER), PERSONS_AND_NEW),
                        row(List.of("a"), 10, 10),
                        row(List.of("a"), 6, 6)))
                .isEqualTo(between(10, 16));
        assertThat(total(
                        new TableStructure(List.of(TIME), PERSONS_AND_NEW),
                        row(List.of("2026KW01"), 10, 10),
                        row(List.of("2026KW02"), 6, 6)))
                .isEqualTo(between(10, 16));
    }

    /** The six new persons are not counted among the persons, because the number of persons was left empty. */
    @Test
    void newPersonsWhereTheNumberOfPersonsIsEmpty_addNothing() {
        assertThat(total(BY_QUARTER, row("a", "2026KW01", 10, 10), row("a", "2026KW02", NONE, 6)))
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.TEN), Optional.empty()));
    }

    private static final TableStructure WITH_NAMELESS = new TableStructure(
            List.of(REPORTER, TIME),
            List.of(
                    new Measure.Distinct(
                            PERSONS,
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Measure.Unnamed(VISITS, NAMELESS)),
                            Optional.empty()),
                    newTo(WHO, PERSONS),
                    new Measure.Flow(VISITS, 0),
                    new Measure.Flow(NAMELESS, 0)));

    /** Persons who came without a name in the first quarter may be new in the second quarter, with a name. */
    @Test
    void personsWithoutAName_mayBeNewLater() {
        assertThat(total(WITH_NAMELESS, row("a", "2026KW01", 0, 0, 3, 3), row("a", "2026KW02", 6, 6, 9, 0)))
                .isEqualTo(between(6, 9));
        assertThat(total(WITH_NAMELESS, row("a", "2026KW01", 4, 0, 9, 3), row("a", "2026KW02", 6, 6, 9, 0)))
                .isEqualTo(between(10, 13));
    }

    /**
     * Persons who are new to one organisation may already be among the persons of the other, with or without a name.
     */
    @Test
    void personsWithAndWithoutAName_ofTwoOrganisations_mayBeTheSame() {
        assertThat(total(WITH_NAMELESS, row("a", "2026KW01", 10, 10, 12, 0), row("b", "2026KW02", 6, 6, 9, 0)))
                .isEqualTo(between(10, 16));
    }

    @Test
    void numberOfPersonsLeftEmpty_isAtMostTheVisits() {
        assertThat(total(WITH_NAMELESS, row("a", "2026KW01", 5, NONE, 8, 0), row("a", "2026KW01", NONE, NONE, 4, NONE)))
                .isEqualTo(incomplete(5, Optional.of(9L)));
        assertThat(total(
                        WITH_NAMELESS,
                        row("a", "2026KW01", 5, NONE, 8, 0),
                        row("a", "2026KW01", NONE, NONE, 4, NONE),
                        row("a", "2026KW01", NONE, NONE, NONE, NONE)))
                .isEqualTo(incomplete(5, Optional.empty()));
    }

    @Test
    void negativeNumber_isRefusedAtOnceUnlessTheCellIsEmpty() {
        Aggregator aggregator =
                AggregationPlan.by(BY_QUARTER).withGroupings(List.of()).newAggregator();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aggregator.accept(row("a", "2026KW01", -3, 0)))
                .withMessage("persons must not be negative: -3");
        Observation empty =
                Observation.of(new String[] {"a", "2026KW01"}, new long[] {-3, 0}, new boolean[] {false, true});
        Aggregator batch =
                AggregationPlan.by(BY_QUARTER).withGroupings(List.of()).newAggregator();
        batch.accept(Batches.of(List.of(empty, row("a", "2026KW01", 4, 0))), 0, 2);
        assertThat(batch.result().figure(PERSONS.value()).orElseThrow().value())
                .isEqualTo(new CellValue.Incomplete(
                        Optional.of(BigDecimal.valueOf(4)), Optional.of(BigDecimal.valueOf(4)), Optional.empty()));
    }

    private static String either(String... codes) {
        return PossibleCodes.text(List.of(codes));
    }

    /** Ten persons are 67 or older; four are younger. */
    @Test
    void rowOfOneOfSeveralAgeGroups_sharesNobodyWithTheOtherGroups() {
        TableStructure structure = new TableStructure(List.of(REPORTER, TIME, AGES), List.of(persons(true)));
        assertThat(total(
                        structure,
                        row(List.of("a", "2026KW01", "67+"), 10),
                        row(List.of("a", "2026KW01", either("0-17", "18-66")), 4)))
                .isEqualTo(CellValue.of(14));
        // three of the four may be the three persons aged 18 to 66
        assertThat(total(
                        structure,
                        row(List.of("a", "2026KW01", "18-66"), 3),
                        row(List.of("a", "2026KW01", "67+"), 10),
                        row(List.of("a", "2026KW01", either("0-17", "18-66")), 4)))
                .isEqualTo(between(14, 17));
    }

    /** Four men are in one of two age groups, so they may be among the ten. */
    @Test
    void rowOfOneOfSeveralAgeGroupsAndGenders_mayShareEveryone() {
        TableStructure structure = new TableStructure(List.of(REPORTER, TIME, AGES, GENDERS), List.of(persons(true)));
        assertThat(total(
                        structure,
                        row(List.of("a", "2026KW01", "67+", "m"), 10),
                        row(List.of("a", "2026KW01", "67+", "v"), 6)))
                .isEqualTo(CellValue.of(16));
        assertThat(total(
                        structure,
                        row(List.of("a", "2026KW01", "67+", "m"), 10),
                        row(List.of("a", "2026KW01", either("18-66", "67+"), "m"), 4)))
                .isEqualTo(between(10, 14));
        assertThat(total(
                        structure,
                        row(List.of("a", "2026KW01", "67+", "m"), 10),
                        row(List.of("a", "2026KW01", "onbekend", "m"), 4)))
                .isEqualTo(between(10, 14));
    }

    /** What is known about new persons is combined and serialised too, however the rows are divided. */
    @Test
    void combinedOrSerialised_givesTheSame() {
        AggregationPlan plan = AggregationPlan.by(BY_QUARTER).withGroupings(List.of());
        Aggregator one = plan.newAggregator();
        one.accept(row("a", "2026KW01", 10, 10));
        Aggregator other = plan.newAggregator();
        other.accept(row("a", "2026KW02", 8, 6));
        one.combine(plan.aggregatorFrom(other.toBytes()));
        assertThat(one.result().figure(PERSONS.value()).orElseThrow().value()).isEqualTo(between(16, 18));
    }
}
