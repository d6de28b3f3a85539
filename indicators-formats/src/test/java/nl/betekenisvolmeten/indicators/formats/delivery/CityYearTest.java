package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.aggregation.Grouping;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.junit.jupiter.api.Test;

/** Made-up years in which it is known who came where: figures of reach are the truth, or bounds around it. */
class CityYearTest {

    private static final TableStructure STRUCTURE =
            CityYear.PROTOCOL.format().ruleSet().structure();
    private static final Grouping ORGANISATION = new Grouping.ByColumn(ColumnName.of("organisatie"));
    private static final Grouping STADSDEEL = new Grouping.ByColumn(ColumnName.of("stadsdeel"));

    /** 50 years in every build, 1,000 with the long laws. */
    private static final int WORLDS = Integer.getInteger("laws.factor", 1) > 1 ? 1000 : 50;

    /** Larger and smaller cells than those that organisations count themselves. */
    private static final List<List<Grouping>> OTHERS = List.of(
            List.of(STADSDEEL, by(PeriodKind.QUARTER)),
            List.of(by(PeriodKind.YEAR)),
            List.of(new Grouping.ByArea("wijk", ColumnName.of("wijk"), AreaLevel.WIJK), by(PeriodKind.HALF_YEAR)),
            List.of(new Grouping.ByColumn(ColumnName.of("activiteit")), by(PeriodKind.QUARTER)));

    private static Grouping by(PeriodKind kind) {
        return new Grouping.ByPeriod("tijd", ColumnName.of("periode"), kind);
    }

    private static Aggregator aggregator(List<Grouping> groupings) {
        return AggregationPlan.by(STRUCTURE)
                .withGroupings(groupings)
                .withSeries(Stream.of("bezoeken", "bijeenkomsten", "unieke_deelnemers", "eerste_keer_dit_jaar")
                        .<Series>map(name -> Series.Total.of(ColumnName.of(name)))
                        .toList())
                .newAggregator();
    }

    /** Reads the sources once; a table for each grouping. */
    private static List<ResultTable> add(List<DeliverySource> sources, List<List<Grouping>> groupings) {
        List<Aggregator> aggregators =
                groupings.stream().map(CityYearTest::aggregator).toList();
        RowTaker all = aggregators.stream()
                .<RowTaker>map(one -> one)
                .reduce(RowTaker::andThen)
                .orElseThrow();
        SetReport read = DeliverySet.of(DeliveryReader.of(CityYear.DEFINITIONS), sources)
                .withTarget(CityYear.PROTOCOL.format())
                .read(all);
        assertThat(read.reports())
                .allSatisfy(report -> assertThat(report.findings().count(Severity.ERROR))
                        .as(report.source() + " " + report.findings().kept())
                        .isZero());
        // in a quarter without visits nobody knows whether its rows came in
        assertThat(read.findings().kept())
                .allMatch(finding -> finding.code().value().equals("TK-I01"));
        return aggregators.stream().map(Aggregator::result).toList();
    }

    private static Optional<CellValue> value(ResultTable table, int series, String... key) {
        return table.row(key).map(row -> row.figures().get(series).value());
    }

    private static void assertExact(ResultTable table, int series, long truth, String... key) {
        assertThat(value(table, series, key))
                .as(table.series().get(series) + " of " + String.join(", ", key))
                .contains(CellValue.of(BigDecimal.valueOf(truth)));
    }

    private static void assertHolds(ResultTable table, int series, long truth, String... key) {
        CellValue value = value(table, series, key).orElseThrow();
        assertThat(BigDecimal.valueOf(truth))
                .as(table.series().get(series) + " of " + String.join(", ", key) + " in " + value)
                .isBetween(value.lowerBound().orElseThrow(), value.upperBound().orElseThrow());
    }

    private static long persons(CityYear city, Predicate<CityYear.Visit> where) {
        return city.visits()
                .filter(where)
                .map(CityYear.Visit::who)
                .filter(who -> !who.isEmpty())
                .distinct()
                .count();
    }

    private interface Check {
        void of(Period period, String organisation, String stadsdeel, Predicate<CityYear.Visit> visits);
    }

    /** Every organisation, stadsdeel and period in which someone came. */
    private static void each(CityYear city, PeriodKind kind, Check check) {
        city.visits()
                .map(visit -> List.of(
                        visit.organisation(),
                        visit.stadsdeel(),
                        Period.from(kind, visit.day()).code()))
                .distinct()
                .forEach(cell -> check.of(
                        Period.ofCode(cell.get(2)),
                        cell.get(0),
                        cell.get(1),
                        visit -> visit.organisation().equals(cell.get(0))
                                && visit.stadsdeel().equals(cell.get(1))
                                && visit.isIn(Period.ofCode(cell.get(2)))));
    }

    /** Nobody is counted twice, and nobody is left out: first visits add up to the persons of the year. */
    @Test
    void firstVisits_ofAYear_addUpToThePersonsWhoCame() {
        for (int world = 0; world < WORLDS; world++) {
            CityYear city = CityYear.draw(new Random(world), world % 3 == 0);
            List<DeliverySource> rows =
                    city.organisations().stream().map(city::rows).toList();
            ResultTable year = add(rows, List.of(List.of(ORGANISATION, STADSDEEL, by(PeriodKind.YEAR))))
                    .get(0);
            each(city, PeriodKind.YEAR, (period, organisation, stadsdeel, visits) -> {
                long truth = persons(city, visits);
                assertExact(year, 3, truth, organisation, stadsdeel, period.code());
                long unnamed = city.visits()
                        .filter(visits)
                        .filter(visit -> visit.who().isEmpty())
                        .count();
                if (unnamed == 0 && cameEveryQuarter(city, visits)) {
                    assertExact(year, 2, truth, organisation, stadsdeel, period.code());
                } else {
                    assertHolds(year, 2, truth + unnamed, organisation, stadsdeel, period.code());
                }
            });
        }
    }

    /** Where nobody came in a quarter before the last one, nobody knows whether its rows came in. */
    private static boolean cameEveryQuarter(CityYear city, Predicate<CityYear.Visit> visits) {
        List<Period> quarters = city.visits()
                .filter(visits)
                .map(visit -> Period.from(PeriodKind.QUARTER, visit.day()))
                .distinct()
                .sorted()
                .toList();
        return quarters.size() == quarters.get(quarters.size() - 1).index();
    }

    /** What organisations count themselves is the figure of each quarter, half-year and year. */
    @Test
    void ownTotals_ofEachPeriod_areTheTruth() {
        for (int world = 0; world < WORLDS; world++) {
            CityYear city = CityYear.draw(new Random(world), false);
            // the last one delivers its own totals only
            List<DeliverySource> sources = new ArrayList<>();
            for (String organisation : city.organisations()) {
                sources.add(city.totals(organisation));
                if (!organisation.equals("91000045")) {
                    sources.add(city.rows(organisation));
                }
            }
            List<PeriodKind> kinds = List.of(PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR);
            List<List<Grouping>> groupings = new ArrayList<>(OTHERS);
            kinds.forEach(kind -> groupings.add(List.of(ORGANISATION, STADSDEEL, by(kind))));
            List<ResultTable> tables = add(sources, groupings);
            for (PeriodKind kind : kinds) {
                ResultTable table = tables.get(OTHERS.size() + kinds.indexOf(kind));
                each(city, kind, (period, organisation, stadsdeel, visits) -> {
                    assertExact(table, 0, city.visits().filter(visits).count(), organisation, stadsdeel, period.code());
                    assertExact(table, 1, meetings(city, visits), organisation, stadsdeel, period.code());
                    assertExact(table, 2, persons(city, visits), organisation, stadsdeel, period.code());
                });
            }
            assertOthersHold(city, tables);
        }
    }

    private static long meetings(CityYear city, Predicate<CityYear.Visit> visits) {
        return city.visits()
                .filter(visits)
                .map(visit -> visit.wijk() + " " + visit.activity() + " " + visit.day())
                .distinct()
                .count();
    }

    /** In larger and smaller cells the truth lies between the bounds. */
    private static void assertOthersHold(CityYear city, List<ResultTable> tables) {
        ResultTable districts = tables.get(0);
        ResultTable whole = tables.get(1);
        ResultTable wijken = tables.get(2);
        ResultTable activities = tables.get(3);
        for (String stadsdeel : List.of("Laak", "Centrum", "Segbroek")) {
            for (Period quarter : Period.ofYear(2026).parts(PeriodKind.QUARTER)) {
                Predicate<CityYear.Visit> visits = visit -> visit.stadsdeel().equals(stadsdeel) && visit.isIn(quarter);
                if (city.visits().anyMatch(visits)) {
                    assertHolds(districts, 2, persons(city, visits), stadsdeel, quarter.code());
                    assertExact(districts, 0, city.visits().filter(visits).count(), stadsdeel, quarter.code());
                }
            }
        }
        assertHolds(whole, 2, persons(city, any -> true), "2026JJ00");
        city.visits().map(CityYear.Visit::activity).distinct().forEach(activity -> {
            for (Period quarter : Period.ofYear(2026).parts(PeriodKind.QUARTER)) {
                Predicate<CityYear.Visit> visits = visit -> visit.activity().equals(activity)
                        && visit.isIn(quarter)
                        && !visit.organisation().equals("91000045");
                if (city.visits().anyMatch(visits)) {
                    assertHolds(activities, 2, persons(city, visits), activity, quarter.code());
                    assertHolds(activities, 0, city.visits().filter(visits).count(), activity, quarter.code());
                }
            }
        });
        city.visits().map(CityYear.Visit::wijk).distinct().forEach(wijk -> {
            for (Period half : Period.ofYear(2026).parts(PeriodKind.HALF_YEAR)) {
                Predicate<CityYear.Visit> visits = visit -> visit.wijk().equals(wijk) && visit.isIn(half);
                if (city.visits().anyMatch(visits)) {
                    assertHolds(wijken, 2, persons(city, visits), wijk, half.code());
                    assertHolds(wijken, 0, city.visits().filter(visits).count(), wijk, half.code());
                }
            }
        });
    }
}
