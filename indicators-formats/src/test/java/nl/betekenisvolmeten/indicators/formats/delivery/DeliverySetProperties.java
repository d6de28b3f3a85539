package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** Laws of files that are read together. */
class DeliverySetProperties {

    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    /** A file of a version; without one it is of another form, or of none. */
    private record Plan(String version, int visits) {}

    @Provide
    Arbitrary<List<Plan>> plans() {
        List<String> versions = new ArrayList<>(VersionFiles.VERSIONS);
        versions.add("other");
        versions.add("none");
        return Combinators.combine(
                        Arbitraries.of(versions), Arbitraries.integers().between(10, 60))
                .as(Plan::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .filter(plans -> plans.stream().anyMatch(DeliverySetProperties::isTelling));
    }

    private static boolean isTelling(Plan plan) {
        return VersionFiles.VERSIONS.contains(plan.version());
    }

    private static List<DeliverySource> files(List<Plan> plans) {
        List<DeliverySource> files = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            files.add(
                    isTelling(plan)
                            ? VersionFiles.telling(i + ".csv", plan.version(), "Les " + i, plan.visits())
                            : plan.version().equals("other") ? VersionFiles.supportOf2025() : VersionFiles.unknown());
        }
        return files;
    }

    /** What became of a file. */
    private record Seen(
            DeliverySource source, Class<? extends FileMapping> way, DeliveryReport report, Findings carried) {}

    /** All that the order of files may not change. */
    private record Outcome(ResultTable totals, List<Seen> files, Set<String> overlaps) {}

    private static Outcome outcome(List<DeliverySource> files) {
        DeliverySet set = DeliverySet.of(READER, files);
        Aggregator totals = AggregationPlan.by(
                        set.format().orElseThrow().ruleSet().structure(), "stadsdeel")
                .newAggregator();
        SetReport report = set.read(totals);
        return new Outcome(
                totals.result(),
                report.files().stream()
                        .map(file -> new Seen(file.source(), file.way().getClass(), file.report(), file.carried()))
                        .toList(),
                report.overlaps().stream()
                        .map(overlap -> overlap.organisation() + " " + overlap.period())
                        .collect(Collectors.toSet()));
    }

    @Property(tries = 60)
    void readInto_filesInAnyOrder_giveTheSameTotals(@ForAll("plans") List<Plan> plans, @ForAll Random random) {
        List<DeliverySource> files = files(plans);
        Outcome expected = outcome(files);
        Collections.shuffle(files, random);
        Outcome shuffled = outcome(files);
        assertThat(shuffled.totals()).isEqualTo(expected.totals());
        assertThat(shuffled.overlaps()).isEqualTo(expected.overlaps());
        assertThat(shuffled.files()).containsExactlyInAnyOrderElementsOf(expected.files());
    }

    @Property(tries = 60)
    void readInto_versions_addUpToWhatTheirFilesSay(@ForAll("plans") List<Plan> plans) {
        int visits = plans.stream()
                .filter(DeliverySetProperties::isTelling)
                .mapToInt(Plan::visits)
                .sum();
        ResultTable totals = outcome(files(plans)).totals();
        // what the first version calls so
        String measure = totals.series().contains("bezoeken") ? "bezoeken" : "deelnemers";
        assertThat(totals.figure(measure, "Centrum")
                        .orElseThrow()
                        .value()
                        .exact()
                        .orElseThrow())
                .isEqualByComparingTo(Integer.toString(visits));
    }
}
