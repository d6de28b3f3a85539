package nl.betekenisvolmeten.indicators.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Meetings to which several groups come are in the row of each: the truth lies within the bounds, and both are reached. */
class SharedProperties {

    private static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    private static final ColumnName AMBITION = ColumnName.of("ambitie");
    private static final ColumnName TARGET_GROUP = ColumnName.of("doelgroep");

    /** The ambition is a column of a row but does not tell one row from another. */
    private static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Reporter(World.ORGANISATION),
                    new Dimension.Time(World.PERIOD),
                    Dimension.Category.of(AMBITION),
                    Dimension.Category.of(World.ACTIVITY),
                    Dimension.Category.of(TARGET_GROUP),
                    Dimension.Category.of(World.AGE)),
            List.of(new Measure.Shared(MEETINGS, 0, Set.of(TARGET_GROUP, World.AGE))),
            List.of(World.ORGANISATION, World.PERIOD, World.ACTIVITY, TARGET_GROUP, World.AGE));

    /** A row tells of some of at most four meetings, one bit each. */
    private record Row(List<String> codes, int meetings) {

        String code(ColumnName column) {
            return codes.get(STRUCTURE.dimensionIndex(column).orElseThrow());
        }

        List<String> combination() {
            return List.of(code(World.ORGANISATION), code(World.PERIOD), code(World.ACTIVITY));
        }

        Observation observation() {
            return Observation.of(
                    codes.toArray(String[]::new), new long[] {Integer.bitCount(meetings)}, new boolean[] {true});
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("41000001", "41000001", "41000002"),
                        Arbitraries.of("2026KW01", "2026KW01", "2026KW02"),
                        Arbitraries.of("1", "2"),
                        Arbitraries.of("inloop", "taalcafe"),
                        Arbitraries.of("ALLEN", "JEUGD"),
                        Arbitraries.of("12-17", "18-29", "67+"),
                        Arbitraries.integers().between(0, 15))
                .as((who, when, ambition, activity, target, age, meetings) ->
                        new Row(List.of(who, when, ambition, activity, target, age), meetings))
                .list()
                .uniqueElements(row -> List.of(row.combination(), row.code(TARGET_GROUP), row.code(World.AGE)))
                .ofMinSize(4)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<ColumnName>> columns() {
        List<ColumnName> names =
                STRUCTURE.dimensions().stream().map(Dimension::name).toList();
        return Arbitraries.subsetOf(names).ofMaxSize(2).map(List::copyOf);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void meetings_ofAnyGroup_lieWithinBoundsThatAreReached(
            @ForAll("rows") List<Row> rows, @ForAll("columns") List<ColumnName> columns) {
        Map<List<String>, List<Row>> groups = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> columns.stream().map(row::code).toList()));
        for (ResultTable.Row total : aggregate(rows, columns).rows()) {
            List<Row> members = groups.getOrDefault(total.key(), List.of());
            Map<List<String>, List<Row>> combinations =
                    members.stream().collect(Collectors.groupingBy(Row::combination));
            long truth = 0;
            long lower = 0;
            long upper = 0;
            for (List<Row> combination : combinations.values()) {
                List<Integer> sizes = combination.stream()
                        .map(row -> Integer.bitCount(row.meetings()))
                        .toList();
                Set<Integer> possible = unions(sizes);
                truth += Integer.bitCount(
                        combination.stream().mapToInt(Row::meetings).reduce(0, (one, other) -> one | other));
                lower += possible.stream().mapToInt(Integer::intValue).min().orElseThrow();
                upper += sizes.stream().mapToInt(Integer::intValue).sum();
            }
            CellValue value = total.figures().get(0).value();
            assertThat(value).isEqualTo(CellValue.between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper)));
            assertThat(truth).isBetween(lower, upper);
            Statistics.label("cell").collect(value.exact().isPresent() ? "exact" : "between bounds");
            Statistics.label("rows of one combination")
                    .collect(combinations.size() < members.size() ? "shared" : "apart");
        }
        Statistics.label("cell")
                .coverage(coverage -> coverage.check("between bounds").percentage(share -> share >= 20));
        Statistics.label("rows of one combination")
                .coverage(coverage -> coverage.check("shared").percentage(share -> share >= 20));
    }

    /** The sizes that the union of sets of meetings can have, by trying every set of at most eight meetings. */
    private static Set<Integer> unions(List<Integer> sizes) {
        Set<Integer> unions = Set.of(0);
        for (int size : sizes) {
            Set<Integer> next = new HashSet<>();
            for (int union : unions) {
                IntStream.range(0, 1 << 8)
                        .filter(set -> Integer.bitCount(set) == size)
                        .forEach(set -> next.add(union | set));
            }
            unions = next;
        }
        return unions.stream().map(Integer::bitCount).collect(Collectors.toUnmodifiableSet());
    }

    private static ResultTable aggregate(List<Row> rows, List<ColumnName> columns) {
        Aggregator aggregator = AggregationPlan.by(
                        STRUCTURE, columns.stream().map(ColumnName::value).toArray(String[]::new))
                .newAggregator();
        rows.forEach(row -> aggregator.accept(row.observation()));
        return aggregator.result();
    }

    private static Row row(String ambition, String target, String age, int meetings) {
        return new Row(List.of("41000001", "2026KW01", ambition, "inloop", target, age), meetings);
    }

    private static CellValue total(Row... rows) {
        return aggregate(List.of(rows), List.of())
                .rows()
                .get(0)
                .figures()
                .get(0)
                .value();
    }

    @Example
    void meetings_ofTwoAgeGroups_mayBeTheSame() {
        assertThat(total(row("1", "ALLEN", "12-17", 7), row("1", "ALLEN", "67+", 1)))
                .isEqualTo(CellValue.between(BigDecimal.valueOf(3), BigDecimal.valueOf(4)));
    }

    @Example
    void meetings_ofTwoTargetGroupsOfOneAge_mayBeTheSame() {
        assertThat(total(row("1", "ALLEN", "67+", 7), row("1", "JEUGD", "67+", 3)))
                .isEqualTo(CellValue.between(BigDecimal.valueOf(3), BigDecimal.valueOf(5)));
    }

    @Example
    void meetings_ofTwoAmbitions_mayBeTheSame_asTheKeyDoesNotHoldIt() {
        assertThat(total(row("1", "ALLEN", "12-17", 7), row("2", "ALLEN", "67+", 1)))
                .isEqualTo(CellValue.between(BigDecimal.valueOf(3), BigDecimal.valueOf(4)));
    }

    @Example
    void meetings_belowZero_areRefused() {
        Aggregator aggregator = AggregationPlan.by(STRUCTURE).newAggregator();
        Observation row = Observation.of(
                new String[] {"41000001", "2026KW01", "1", "inloop", "ALLEN", "67+"},
                new long[] {-1},
                new boolean[] {true});
        assertThatThrownBy(() -> {
                    aggregator.accept(row);
                    aggregator.result();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Example
    void meetings_notDelivered_areMissingAndNotZero() {
        Map<String, CellValue> values = new HashMap<>();
        List<Observation> rows = new ArrayList<>();
        rows.add(row("1", "ALLEN", "67+", 3).observation());
        rows.add(Observation.of(
                new String[] {"41000002", "2026KW01", "1", "inloop", "ALLEN", "67+"},
                new long[] {0},
                new boolean[] {false}));
        Aggregator aggregator =
                AggregationPlan.by(STRUCTURE, World.ORGANISATION.value()).newAggregator();
        rows.forEach(aggregator);
        aggregator
                .result()
                .rows()
                .forEach(
                        row -> values.put(row.key().get(0), row.figures().get(0).value()));
        assertThat(values)
                .containsEntry("41000001", CellValue.of(BigDecimal.valueOf(2)))
                .containsEntry("41000002", new CellValue.Missing());
    }
}
