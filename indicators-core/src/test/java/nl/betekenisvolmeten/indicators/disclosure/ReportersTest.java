package nl.betekenisvolmeten.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/** Organisations that know their own figures, and subtract these from what is published. */
class ReportersTest {

    private static final TableStructure STRUCTURE = new TableStructure(
            Stream.concat(
                            Stream.of(new Dimension.Reporter(ColumnName.of("organisatie"))),
                            City.STRUCTURE.dimensions().stream())
                    .toList(),
            City.STRUCTURE.measures());

    private static PublicationPlan plan(int coalition, int rounding) {
        DisclosurePolicy policy = new DisclosurePolicy(
                FormatId.of("beleid", "1"),
                City.text(),
                City.provenance(),
                new DisclosurePolicy.Thresholds(10, List.of()),
                new DisclosurePolicy.RoundingRule(rounding, false),
                new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, coalition));
        return City.plan(
                policy,
                List.of(
                        City.part(City.STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, false),
                        City.part(City.WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false)));
    }

    /** Rows with the organisation, wijk, visits and persons of each. */
    private static CountTable rows(long[][] given) {
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        for (long[] row : given) {
            rows.row()
                    .code("organisatie", "9100000" + row[0])
                    .code("wijk", City.wijk(row[1]))
                    .code("periode", "2026KW01")
                    .code("leeftijd", "oud")
                    .value("bijeenkomsten", 5)
                    .value("bezoeken", row[2])
                    .value("unieke_deelnemers", row[3])
                    .value("vrijwilligers", 0)
                    .value("vrijwilligersuren", 0)
                    .add();
        }
        return rows.build();
    }

    private static Map<String, ResultTable> protect(int coalition, long[][] rows) {
        return City.published(DisclosureControl.of(List.of()).protect(plan(coalition, 1), rows(rows)));
    }

    private static CellValue visits(Map<String, ResultTable> tables, String table, String area) {
        ResultTable published = Objects.requireNonNull(tables.get(table));
        return published.rows().stream()
                .filter(row -> row.key().get(0).equals(area))
                .map(row -> row.figures()
                        .get(published.series().indexOf("bezoeken"))
                        .value())
                .findFirst()
                .orElseThrow();
    }

    private static CellValue wijk(Map<String, ResultTable> tables, long wijk) {
        return visits(tables, City.WIJKEN, City.wijk(wijk));
    }

    /** In wijk 5 the first organisation saw 40 persons and the second four. */
    private static final long[][] TWO = {{1, 5, 80, 40}, {2, 5, 9, 4}, {1, 6, 90, 50}, {2, 7, 70, 30}};

    @Test
    void ofTwoOrganisations_neitherReadsTheFewPersonsOfTheOther() {
        assertThat(wijk(protect(1, TWO), 5)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(wijk(protect(0, TWO), 5)).isEqualTo(CellValue.of(89));
    }

    @Test
    void theNeighbourThatIsHiddenWithIt_isNoneThatTheOrganisationKnows() {
        Map<String, ResultTable> tables = protect(1, TWO);
        assertThat(wijk(tables, 7)).isInstanceOf(CellValue.Suppressed.class);
    }

    /** A mirror shows an organisation its own figures next to the total of all; two of them show those of two. */
    @Test
    void mirrorsOfTwoOrganisationsSideBySide_tellNothingOfTheThird() {
        long[][] three = {{1, 5, 80, 40}, {2, 5, 60, 30}, {3, 5, 9, 4}, {1, 6, 90, 50}, {2, 6, 70, 30}, {3, 7, 60, 20}};
        assertThat(wijk(protect(2, three), 5)).isInstanceOf(CellValue.Suppressed.class);
        assertThat(wijk(protect(1, three), 5)).isEqualTo(CellValue.of(149));
    }

    @Test
    void anOrganisationAlone_hidesNothingFromItself() {
        Map<String, ResultTable> tables = protect(1, new long[][] {{1, 5, 80, 40}, {2, 6, 70, 30}, {3, 7, 60, 20}});
        assertThat(wijk(tables, 5)).isEqualTo(CellValue.of(80));
        assertThat(wijk(tables, 6)).isEqualTo(CellValue.of(70));
    }

    /** All but five persons of a year came in its first quarter, and many of them later as well. */
    @Test
    void allButFewOfAYear_cameInOneQuarter_isFound() {
        PublicationPlan.Count persons = new PublicationPlan.Count(City.PERSONS, City.PERSONS, true, 0, false);
        PublicationPlan plan = City.plan(
                City.plan().policy(),
                List.of(
                        new PublicationPlan.Part(
                                "jaar", AreaLevel.STADSDEEL, PeriodKind.YEAR, List.of(), List.of(persons)),
                        new PublicationPlan.Part(
                                "kwartaal", AreaLevel.STADSDEEL, PeriodKind.QUARTER, List.of(), List.of(persons))));
        CountTable.Builder rows = CountTable.builder(STRUCTURE);
        List<String> quarters = List.of("2026KW01", "2026KW02", "2026KW03", "2026KW04");
        long[] came = {115, 60, 60, 60};
        for (int i = 0; i < quarters.size(); i++) {
            rows.row()
                    .code("organisatie", "91000001")
                    .code("wijk", City.wijk(8))
                    .code("periode", quarters.get(i))
                    .code("leeftijd", "oud")
                    .value("unieke_deelnemers", came[i])
                    .add();
        }
        Map<String, ResultTable> tables =
                City.published(DisclosureControl.of(List.of()).protect(plan, rows.build()));
        assertThat(persons(tables, "kwartaal", "2026KW01")).isEqualTo(CellValue.of(115));
        assertThat(AttackCheck.of(plan, City.AREAS).attack(tables).isSafe()).isTrue();
        ResultTable year = Objects.requireNonNull(tables.get("jaar"));
        tables.put(
                "jaar",
                new ResultTable(
                        year.keys(),
                        year.series(),
                        year.rows().stream()
                                .map(row -> row.key().contains("SD0518-C")
                                        ? row.withFigures(List.of(Figure.of(CellValue.of(120), 1, 0)))
                                        : row)
                                .toList(),
                        year.findings()));
        assertThat(AttackCheck.of(plan, City.AREAS).attack(tables).exposed())
                .singleElement()
                .satisfies(cell -> assertThat(cell.key()).containsExactly("SD0518-C", "Deel C", "2026KW01"));
    }

    private static CellValue persons(Map<String, ResultTable> tables, String table, String period) {
        return Objects.requireNonNull(tables.get(table))
                .figure("unieke_deelnemers", "SD0518-C", "Deel C", period)
                .orElseThrow()
                .value();
    }

    @Test
    void aCoalitionOutOfRange_isRefused() {
        for (int wrong : new int[] {-1, DisclosurePolicy.MAX_COALITION + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisclosurePolicy.Requirement(DisclosurePolicy.Level.L1, wrong))
                    .withMessageContaining(Integer.toString(wrong));
        }
    }

    private static final List<String> AREAS = Stream.concat(
                    Stream.of("SD0518-A", "SD0518-B", "SD0518-C"),
                    IntStream.rangeClosed(1, 8).mapToObj(City::wijk))
            .toList();

    private static int stadsdeel(long wijk) {
        return wijk <= 4 ? 0 : wijk <= 7 ? 1 : 2;
    }

    /** Sums of a column of rows by area, those of one organisation or of all others. */
    private static long[] sums(long[][] rows, long organisation, boolean others, int column) {
        long[] sums = new long[AREAS.size()];
        for (long[] row : rows) {
            if ((row[0] == organisation) != others) {
                sums[stadsdeel(row[1])] += row[column];
                sums[2 + (int) row[1]] += row[column];
            }
        }
        return sums;
    }

    /** Returns the largest value of a hidden count for someone who knows their own share of each. */
    private static double extreme(Map<String, ResultTable> tables, long[] own, int cell, GoalType goal, int slack) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < AREAS.size(); i++) {
            double[] one = new double[AREAS.size()];
            one[i] = 1;
            CellValue value = visits(tables, i < 3 ? City.STADSDELEN : City.WIJKEN, AREAS.get(i));
            double least = own[i];
            if (value instanceof CellValue.Known known) {
                double number = known.value().doubleValue();
                least = Math.max(least, number - slack);
                constraints.add(new LinearConstraint(one, Relationship.LEQ, number == 0 ? 0 : number + slack));
            } else if (value instanceof CellValue.Missing) {
                constraints.add(new LinearConstraint(one, Relationship.LEQ, 0));
            } else {
                least = Math.max(least, 1);
            }
            constraints.add(new LinearConstraint(one, Relationship.GEQ, least));
        }
        for (int stadsdeel = 0; stadsdeel < 3; stadsdeel++) {
            double[] sum = new double[AREAS.size()];
            sum[stadsdeel] = 1;
            for (int wijk = 1; wijk <= 8; wijk++) {
                sum[2 + wijk] = stadsdeel(wijk) == stadsdeel ? -1 : 0;
            }
            constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
        }
        double[] objective = new double[AREAS.size()];
        objective[cell] = 1;
        try {
            return new SimplexSolver()
                    .optimize(new LinearObjectiveFunction(objective, 0), new LinearConstraintSet(constraints), goal)
                    .getPoint()[cell];
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** What is left of a hidden count for the others can be as many as the threshold, by another's solver too. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noOrganisation_provesThatTheOthersSawFew(@ForAll long seed) {
        Random random = new Random(seed);
        List<long[]> made = new ArrayList<>();
        for (long wijk = 1; wijk <= 8; wijk++) {
            for (long organisation = 1; organisation <= 3; organisation++) {
                if (random.nextInt(2) == 0) {
                    long persons = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(60);
                    made.add(new long[] {organisation, wijk, persons + random.nextInt(20), persons});
                }
            }
        }
        long[][] rows = made.toArray(long[][]::new);
        int rounding = random.nextBoolean() ? 5 : 1;
        Map<String, ResultTable> tables =
                City.published(DisclosureControl.of(List.of()).protect(plan(1, rounding), rows(rows)));
        int tried = 0;
        for (long organisation = 1; organisation <= 3; organisation++) {
            long[] own = sums(rows, organisation, false, 2);
            long[] others = sums(rows, organisation, true, 2);
            Map<Integer, Long> most = mostPersonsOfOthers(rows, organisation);
            for (int cell = 0; cell < AREAS.size(); cell++) {
                boolean few = own[cell] > 0 && others[cell] > 0 && most.getOrDefault(cell, 0L) < 10;
                if (few) {
                    tried++;
                    CellValue value = visits(tables, cell < 3 ? City.STADSDELEN : City.WIJKEN, AREAS.get(cell));
                    assertThat(value).isInstanceOf(CellValue.Suppressed.class);
                    double largest = extreme(tables, own, cell, GoalType.MAXIMIZE, rounding / 2);
                    assertThat(largest - own[cell])
                            .describedAs("%s to %d in %s", AREAS.get(cell), organisation, Arrays.deepToString(rows))
                            .isGreaterThan(10 - 1e-6);
                    assertThat(extreme(tables, own, cell, GoalType.MINIMIZE, rounding / 2))
                            .isLessThan(largest - 1 + 1e-6);
                }
            }
        }
        Statistics.label("cells with few persons at others").collect(Math.min(tried, 12));
    }

    /** The persons of the largest of the others in each area: for all that is known the rest are the same persons. */
    private static Map<Integer, Long> mostPersonsOfOthers(long[][] rows, long organisation) {
        Map<Integer, Long> most = new HashMap<>();
        for (long other = 1; other <= 3; other++) {
            long[] persons = other == organisation ? new long[AREAS.size()] : largest(rows, other);
            for (int cell = 0; cell < persons.length; cell++) {
                most.merge(cell, persons[cell], Math::max);
            }
        }
        return most;
    }

    /** The least number of persons of an organisation: those of its largest wijk, for a stadsdeel. */
    private static long[] largest(long[][] rows, long organisation) {
        long[] persons = new long[AREAS.size()];
        for (long[] row : rows) {
            if (row[0] == organisation) {
                int stadsdeel = stadsdeel(row[1]);
                persons[stadsdeel] = Math.max(persons[stadsdeel], row[3]);
                persons[2 + (int) row[1]] = row[3];
            }
        }
        return persons;
    }
}
