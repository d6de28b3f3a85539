package nl.betekenisvolmeten.indicators.examples.cli;

import static nl.betekenisvolmeten.indicators.examples.cli.Sheet.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles;
import nl.betekenisvolmeten.indicators.examples.sample.SampleFiles.SampleFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateCommandTest {

    private static final List<String> FLOWS = List.of("bezoeken", "vrijwilligersuren", "doorverwijzingen");

    /** What a grouping of the command is in the cells of a row. */
    private static final Map<String, Function<Map<String, String>, String>> GROUPINGS = Map.of(
            "stadsdeel", row -> cell(row, "stadsdeel"),
            "periode", row -> cell(row, "periode"),
            "activiteitsoort", row -> cell(row, "activiteitsoort"),
            "wijk", row -> cell(row, "wijk"),
            "jaar", row -> cell(row, "periode").substring(0, 4) + "JJ00",
            "halfjaar",
                    row -> cell(row, "periode").substring(0, 4)
                            + (cell(row, "periode").compareTo("2026KW03") < 0 ? "HJ01" : "HJ02"),
            "stad", row -> "GM0518");

    @TempDir
    private static Path samples;

    private static final List<Path> FILES = new ArrayList<>();

    private static final List<Map<String, String>> ROWS = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSamples() throws IOException {
        for (SampleFile file : SampleFiles.all()) {
            FILES.add(Files.write(samples.resolve(file.name()), file.bytes()));
            ROWS.addAll(Sheet.rows(Sheet.read(samples.resolve(file.name()))));
        }
    }

    private static Run aggregate(Object... options) {
        List<Object> args = new ArrayList<>(List.of("aggregate"));
        args.addAll(FILES);
        args.addAll(List.of(options));
        return Run.of(args.toArray());
    }

    private static BigDecimal decimal(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell.replace(',', '.'));
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> decimal(cell(row, column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<List<String>, List<Map<String, String>>> groups(List<String> by) {
        return ROWS.stream()
                .collect(Collectors.groupingBy(row -> by.stream()
                        .map(name -> Objects.requireNonNull(GROUPINGS.get(name)).apply(row))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stadsdeel,periode",
                "jaar",
                "halfjaar",
                "stad",
                "activiteitsoort",
                "wijk,halfjaar",
                "jaar,activiteitsoort,stadsdeel"
            })
    void aggregate_samples_flowsAreTheIndependentSumAndPersonsLieBetween(String by) {
        List<String> keys = Arrays.asList(by.split(","));
        Map<List<String>, List<Map<String, String>>> expected = groups(keys);
        List<Map<String, String>> totals =
                Sheet.rows(aggregate("--by", by).exits(0).out());
        assertThat(totals.stream()
                        .map(row -> keys.stream().map(name -> cell(row, name)).toList()))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Map<String, String> total : totals) {
            List<Map<String, String>> rows = expected.getOrDefault(
                    keys.stream().map(name -> cell(total, name)).toList(), List.of());
            assertThat(total).containsEntry("rows", Integer.toString(rows.size()));
            assertThat(total)
                    .containsEntry(
                            "organisations",
                            Long.toString(rows.stream()
                                    .map(row -> cell(row, "organisatie"))
                                    .distinct()
                                    .count()));
            for (String flow : FLOWS) {
                assertThat(total).containsEntry(flow + "_status", "exact");
                assertThat(new BigDecimal(cell(total, flow))).as(flow).isEqualByComparingTo(sum(rows, flow));
                assertThat(cell(total, flow + "_lower"))
                        .isEqualTo(cell(total, flow))
                        .isEqualTo(cell(total, flow + "_upper"));
            }
            checkMeetings(total, rows);
            checkPersons(total, rows);
        }
    }

    /** A meeting of an activity may be in the row of each group that came to it. */
    private static void checkMeetings(Map<String, String> total, List<Map<String, String>> rows) {
        BigDecimal largest = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Stream.of("organisatie", "wijk", "periode", "activiteit")
                                .map(column -> cell(row, column))
                                .toList(),
                        Collectors.mapping(row -> decimal(cell(row, "bijeenkomsten")), Collectors.toList())))
                .values()
                .stream()
                .map(values -> values.stream().max(BigDecimal::compareTo).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).containsEntry("bijeenkomsten_status", "between");
        assertThat(new BigDecimal(cell(total, "bijeenkomsten_lower"))).isEqualByComparingTo(largest);
        assertThat(new BigDecimal(cell(total, "bijeenkomsten_upper")))
                .isEqualByComparingTo(sum(rows, "bijeenkomsten"))
                .isGreaterThan(largest);
    }

    /** Persons of rows that differ in activity, wijk or quarter may be the same persons. */
    private static void checkPersons(Map<String, String> total, List<Map<String, String>> rows) {
        List<BigDecimal> persons = rows.stream()
                .map(row -> decimal(cell(row, "unieke_deelnemers")))
                .toList();
        BigDecimal largest = persons.stream().max(BigDecimal::compareTo).orElseThrow();
        assertThat(rows).hasSizeGreaterThan(1);
        BigDecimal lower = new BigDecimal(cell(total, "unieke_deelnemers_lower"));
        BigDecimal upper = new BigDecimal(cell(total, "unieke_deelnemers_upper"));
        assertThat(lower).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(upper);
        assertThat(upper).isLessThanOrEqualTo(sum(rows, "unieke_deelnemers"));
        boolean exact = lower.compareTo(upper) == 0;
        assertThat(total)
                .containsEntry("unieke_deelnemers", exact ? cell(total, "unieke_deelnemers_lower") : "")
                .containsEntry("unieke_deelnemers_status", exact ? "exact" : "between");
    }

    @Test
    void aggregate_personsOfOneRow_areExactAndOfTwoQuartersNot() {
        Path one = Sheet.write(folder, "one.csv", Sheet.row());
        assertThat(total(one))
                .containsEntry("unieke_deelnemers", "12")
                .containsEntry("unieke_deelnemers_status", "exact");
        Path quarters = Sheet.write(
                folder, "two.csv", Sheet.row(), Sheet.row("periode", "2026KW02", "unieke_deelnemers", "10"));
        // those of the first quarter, and three who are new in the second
        assertThat(total(quarters))
                .containsEntry("unieke_deelnemers", "")
                .containsEntry("unieke_deelnemers_lower", "15")
                .containsEntry("unieke_deelnemers_upper", "22")
                .containsEntry("unieke_deelnemers_status", "between");
        Path ages = Sheet.write(
                folder, "ages.csv", Sheet.row(), Sheet.row("leeftijdsgroep", "67+", "unieke_deelnemers", "10"));
        assertThat(total(ages))
                .containsEntry("unieke_deelnemers", "22")
                .containsEntry("unieke_deelnemers_status", "exact");
    }

    private static Map<String, String> total(Path file) {
        return Sheet.rows(Run.of("aggregate", file, "--by", "jaar").exits(0).out())
                .get(0);
    }

    @Test
    void aggregate_measures_areTheOnesAskedForInThatOrder() {
        Run run = aggregate("--by", "jaar", "--measure", "bezoeken, unieke_deelnemers,bezoeken");
        assertThat(run.exits(0).lines().get(0))
                .isEqualTo(
                        "jaar;bezoeken;bezoeken_lower;bezoeken_upper;bezoeken_status;bezoeken_cells_missing;unieke_deelnemers;"
                                + "unieke_deelnemers_lower;unieke_deelnemers_upper;unieke_deelnemers_status;"
                                + "unieke_deelnemers_cells_missing;rows_rejected;rows;organisations;coverage;use");
        assertThat(run.lines()).hasSize(2);
    }

    @Test
    void aggregate_sameGroupingTwice_isThatGrouping() {
        assertThat(aggregate("--by", "jaar,jaar").exits(0).out())
                .isEqualTo(aggregate("--by", "jaar").out());
    }

    @Test
    void aggregate_population_saysWherePersonsMayBeMore_andCapsNone() {
        Path population = Sheet.writeText(folder, "inwoners.csv", "area;inwoners\nCentrum;500\nEscamp;400\n");
        Run run =
                aggregate("--by", "stadsdeel,jaar", "--population", population).exits(0);
        assertThat(run.err()).contains("BM-A20", "meer dan de 500 inwoners", "meer dan de 400 inwoners");
        List<Map<String, String>> totals = Sheet.rows(run.out());
        assertThat(totals).hasSize(8);
        assertThat(totals.stream()
                        .filter(row -> List.of("Centrum", "Escamp").contains(cell(row, "stadsdeel")))
                        .map(row -> cell(row, "unieke_deelnemers_upper")))
                .containsExactly("858", "917");
    }

    @Test
    void aggregate_files_holdTheSameFiguresWhateverTheLanguage() {
        Path csv = folder.resolve("totals.csv");
        Path english = folder.resolve("english.csv");
        Path json = folder.resolve("totals.JSON");
        Run toFile = aggregate("--by", "stadsdeel", "-o", csv).exits(0);
        aggregate("--by", "stadsdeel", "-o", english, "--lang", "en").exits(0);
        aggregate("--by", "stadsdeel", "-o", json).exits(0);
        assertThat(toFile.out()).isEmpty();
        assertThat(toFile.err()).contains("niet afgeschermd");
        assertThat(Sheet.read(csv)).isEqualTo(Sheet.read(english));
        assertThat(Sheet.read(csv)).isEqualTo(aggregate("--by", "stadsdeel").out());
        List<@Nullable Object> rows = Json.list(Json.read(Sheet.read(json)));
        List<Map<String, String>> plain = Sheet.rows(Sheet.read(csv));
        assertThat(rows).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            Map<String, @Nullable Object> row = Json.object(rows.get(i));
            assertThat(row).containsEntry("stadsdeel", plain.get(i).get("stadsdeel"));
            plain.get(i).forEach((column, cell) -> {
                Object value = row.get(column);
                assertThat(value == null ? "" : value.toString()).as(column).isEqualTo(cell);
            });
            assertThat(row).containsEntry("bezoeken_cells_missing", BigDecimal.ZERO);
        }
    }

    @Test
    void aggregate_filesInAnotherOrder_givesTheSameBytes() {
        List<Object> args = new ArrayList<>(List.of("aggregate", "--by", "stadsdeel,periode"));
        for (int i = FILES.size() - 1; i >= 0; i--) {
            args.add(FILES.get(i));
        }
        assertThat(Run.of(args.toArray()).exits(0).out())
                .isEqualTo(aggregate("--by", "stadsdeel,periode").out());
    }

    @Test
    void aggregate_deliveryWithErrors_countsItsGoodRowsAndSaysSo() {
        Path good = Sheet.write(folder, "good.csv", Sheet.row("stadsdeel", "Centrum"));
        Path faulty = Sheet.write(
                folder,
                "faulty.csv",
                Sheet.row("periode", "2026KW02", "bezoeken", "100"),
                Sheet.row("periode", "2026KW03", "bezoeken", "n.v.t."));
        Path other = Sheet.writeText(folder, "other.csv", "naam;plaats\nx;y\n");
        Run run = Run.of("aggregate", good, faulty, other, "--by", "jaar", "--measure", "bezoeken")
                .exits(1);
        assertThat(Sheet.rows(run.out()))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("bezoeken", "140").containsEntry("rows", "2"));
        assertThat(run.err())
                .contains("faulty.csv heeft fouten. Rijen die meetellen: 1 van 2.")
                .contains("other.csv telt niet mee")
                .doesNotContain("good.csv");
    }
}
