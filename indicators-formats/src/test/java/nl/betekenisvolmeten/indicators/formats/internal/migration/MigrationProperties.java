package nl.betekenisvolmeten.indicators.formats.internal.migration;

import static nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.convert;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.migration.Telformat.Result;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Laws of conversion: what is not said to be lost is not lost. */
class MigrationProperties {

    private static final List<FormatDefinition> VERSIONS =
            List.of(Telformat.V2025_1, Telformat.V2025_2, Telformat.V2026_1);
    private static final List<String> ADDED = List.of("bijeenkomsten", "bezoeken");

    /** A good row of a version, and another version. */
    record Journey(FormatDefinition from, FormatDefinition to, CheckedRow row) {}

    @Provide
    static Arbitrary<Journey> journeys() {
        return Arbitraries.of(VERSIONS)
                .flatMap(from -> Combinators.combine(rows(from, 2), Arbitraries.of(VERSIONS))
                        .as((row, to) -> new Journey(from, to, row)));
    }

    private static Arbitrary<CheckedRow> rows(FormatDefinition format, long number) {
        Arbitrary<String> ages = codes(format, "leeftijdsgroep");
        Arbitrary<String> groups = format == Telformat.V2025_1 ? Arbitraries.just("ALLEN") : codes(format, "doelgroep");
        Arbitrary<String> hours = format == Telformat.V2025_1
                ? Arbitraries.of("", "0", "7", "120")
                : Arbitraries.of("", "0", "7", "12,5", "0,25", "13,00");
        Arbitrary<String> optional = Arbitraries.of("", "0", "1", "3");
        Arbitrary<Integer> persons = Arbitraries.integers().between(3, 60);
        return Combinators.combine(ages, groups, hours, optional, persons)
                .as((age, group, uren, few, many) -> Telformat.row(
                        format,
                        number,
                        "leeftijdsgroep",
                        age,
                        "doelgroep",
                        group,
                        "vrijwilligersuren",
                        uren,
                        "nieuwe_deelnemers",
                        few,
                        "doorverwijzingen",
                        few,
                        "unieke_deelnemers",
                        Integer.toString(many),
                        "bezoeken",
                        Integer.toString(2 * many),
                        "deelnemers",
                        Integer.toString(2 * many)));
    }

    private static Arbitrary<String> codes(FormatDefinition format, String column) {
        ColumnType.Code type = (ColumnType.Code)
                format.column(ColumnName.of(column)).orElseThrow().rule().type();
        return Arbitraries.of(
                type.codes().items().stream().map(item -> item.code()).toList());
    }

    /** The columns of which a conversion said that something was lost. */
    private static Set<String> saidLost(Result result) {
        return result.findings().stream()
                .filter(finding -> finding.code().value().equals("TF-I31"))
                .map(finding -> finding.location().column().orElseThrow())
                .collect(Collectors.toSet());
    }

    @Property
    void convert_thereAndBack_changesOnlyWhatWasSaidToBeLost(@ForAll("journeys") Journey journey) {
        Result there = convert(journey.from(), journey.to(), journey.row());
        assertThat(there.rows()).as("%s", there.findings()).hasSize(1);
        Result back = convert(journey.to(), journey.from(), there.rows().get(0));
        assertThat(back.rows()).as("%s", back.findings()).hasSize(1);
        Set<String> changed = new TreeSet<>();
        for (int i = 0; i < journey.row().texts().size(); i++) {
            Column column = journey.from().columns().get(i);
            if (!sameValue(
                    column,
                    journey.row().texts().get(i),
                    back.rows().get(0).texts().get(i))) {
                changed.add(column.name().value());
            }
        }
        assertThat(saidLost(there)).isEqualTo(changed);
    }

    /** 13,00 hours are 13 hours. */
    private static boolean sameValue(Column column, String one, String other) {
        return one.equals(other)
                || (column.rule().type().decimals().isPresent()
                        && !one.isEmpty()
                        && !other.isEmpty()
                        && Numbers.of(one).compareTo(Numbers.of(other)) == 0);
    }

    @Provide
    static Arbitrary<List<CheckedRow>> deliveries() {
        return rows(Telformat.V2025_2, 2).list().ofMinSize(1).ofMaxSize(30).map(MigrationProperties::withDifferentKeys);
    }

    /** Rows of a few activities, none of which has the key of another. */
    private static List<CheckedRow> withDifferentKeys(List<CheckedRow> rows) {
        List<CheckedRow> different = new ArrayList<>();
        Set<List<String>> keys = new LinkedHashSet<>();
        int age = index(Telformat.V2025_2, "leeftijdsgroep");
        int activity = index(Telformat.V2025_2, "activiteit");
        int group = index(Telformat.V2025_2, "doelgroep");
        for (int i = 0; i < rows.size(); i++) {
            List<String> texts = new ArrayList<>(rows.get(i).texts());
            texts.set(activity, "Nummer " + i % 2);
            texts.set(group, "ALLEN");
            if (keys.add(List.of(texts.get(age), texts.get(activity)))) {
                different.add(CheckedRow.of(Telformat.V2025_2.ruleSet(), 2 + i, texts));
            }
        }
        return different;
    }

    private static int index(FormatDefinition format, String column) {
        return format.ruleSet().index(ColumnName.of(column)).orElseThrow();
    }

    private static BigDecimal total(FormatDefinition format, Collection<CheckedRow> rows, String column) {
        int index = index(format, column);
        return rows.stream()
                .map(row -> row.texts().get(index))
                .filter(text -> !text.isEmpty())
                .map(Numbers::of)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void convert_whereRowsAreCombined_eventsKeepTheirTotal(@ForAll("deliveries") List<CheckedRow> rows) {
        Result result = convert(Telformat.V2025_2, Telformat.V2026_1, MigrationPlan.Persons.AT_MOST, rows);
        for (String column : ADDED) {
            assertThat(total(Telformat.V2026_1, result.rows(), column))
                    .isEqualByComparingTo(total(Telformat.V2025_2, rows, column));
        }
        assertThat(result.rows().stream()
                        .map(row -> List.of(
                                row.texts().get(index(Telformat.V2026_1, "activiteit")),
                                row.texts().get(index(Telformat.V2026_1, "leeftijdsgroep")))))
                .doesNotHaveDuplicates();
    }

    @Property
    void convert_refused_leavesOutOnlyRowsThatItCounts(@ForAll("deliveries") List<CheckedRow> rows) {
        Result result = convert(Telformat.V2025_2, Telformat.V2026_1, MigrationPlan.Persons.REFUSE, rows);
        long refused = result.findings().stream()
                .filter(finding -> finding.code().value().equals("BM-M03"))
                .mapToLong(finding -> Long.parseLong(finding.arguments().getOrDefault("count", "0")))
                .sum();
        assertThat(result.rows().size() + refused).isEqualTo(rows.size());
    }

    @Provide
    static Arbitrary<Migration.Step.MapCodes> maps() {
        Arbitrary<String> later = Arbitraries.of("x", "y", "z", "u");
        Arbitrary<Set<String>> images = later.set().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), images)
                .ofMinSize(1)
                .map(all -> {
                    Map<String, String> codes = new HashMap<>();
                    Map<String, Set<String>> split = new HashMap<>();
                    all.forEach((code, to) -> {
                        if (to.size() == 1) {
                            codes.put(code, to.iterator().next());
                        } else {
                            split.put(code, to);
                        }
                    });
                    return new Migration.Step.MapCodes(ColumnName.of("groep"), codes, split, Optional.of("u"));
                });
    }

    @Property
    void inverse_twice_isTheMapItself(@ForAll("maps") Migration.Step.MapCodes map) {
        assertThat(map.inverse().inverse()).isEqualTo(map);
    }

    @Property
    void isExact_aCode_isWhenTheWayBackLeadsToIt(@ForAll("maps") Migration.Step.MapCodes map) {
        Migration.Step.MapCodes back = (Migration.Step.MapCodes) map.inverse();
        for (String code : map.codes().keySet()) {
            assertThat(map.isExact(code))
                    .isEqualTo(map.image(code)
                            .map(back.codes()::get)
                            .filter(code::equals)
                            .isPresent());
        }
        assertThat(map.split().keySet()).noneMatch(map::isExact);
    }
}
