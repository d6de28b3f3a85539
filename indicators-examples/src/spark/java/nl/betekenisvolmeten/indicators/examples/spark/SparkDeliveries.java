package nl.betekenisvolmeten.indicators.examples.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.betekenisvolmeten.indicators.aggregation.AggregationPlan;
import nl.betekenisvolmeten.indicators.aggregation.Aggregator;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Checks and adds up deliveries of one bundled format. A partition holds paths, not rows: a delivery is read whole where
 * its partition runs, so rows that stand twice in it are found there. Between machines go only what aggregators know and
 * a line for each delivery: no row, no cell and no finding's value.
 *
 * <p>A delivery of another format is checked and reported, and not added up.
 *
 * @param format the format
 * @param by the columns to add up by
 */
public record SparkDeliveries(FormatId format, List<String> by) {

    /**
     * Copies.
     *
     * @param format the format
     * @param by the columns to add up by
     */
    public SparkDeliveries {
        by = List.copyOf(by);
    }

    /**
     * What the check of a delivery came to, without what stood in it.
     *
     * @param source the path
     * @param format the format and version; empty when not recognised
     * @param rows the number of rows
     * @param accepted the number of rows without an error
     * @param errors the number of errors
     * @param warnings the number of warnings
     */
    public record Summary(String source, String format, long rows, long accepted, long errors, long warnings)
            implements Serializable {

        static Summary of(String path, DeliveryReport report) {
            return new Summary(
                    path,
                    report.format().map(FormatId::toString).orElse(""),
                    report.rows(),
                    report.rowsAccepted(),
                    report.findings().count(Severity.ERROR),
                    report.findings().count(Severity.WARNING));
        }
    }

    /**
     * What came out.
     *
     * @param totals the totals of all good rows
     * @param summaries a line for each delivery, in the order in which they were given
     */
    public record Outcome(Aggregator totals, List<Summary> summaries) {}

    /** What goes between machines. */
    private record Part(byte[] state, List<Summary> summaries) implements Serializable {}

    /** What each machine needs to know: definitions are read where they are needed. */
    private record Job(String format, List<String> by) implements Serializable {

        AggregationPlan plan() {
            FormatDefinition definition = FormatId.parse(format)
                    .flatMap(Definitions.bundled().formats()::find)
                    .orElseThrow(() -> new IllegalArgumentException("no format " + format));
            return AggregationPlan.by(definition.ruleSet().structure(), by.toArray(String[]::new));
        }

        Iterator<Part> read(Iterator<String> paths) {
            DeliveryReader reader = DeliveryReader.of(Definitions.bundled());
            Aggregator totals = plan().newAggregator();
            List<Summary> summaries = new ArrayList<>();
            paths.forEachRemaining(path -> {
                OpenedDelivery delivery = reader.open(DeliverySource.of(Path.of(path)));
                boolean counts = delivery.format()
                        .filter(found -> found.id().toString().equals(format))
                        .isPresent();
                summaries.add(Summary.of(path, counts ? delivery.read(totals) : delivery.validate()));
            });
            return List.of(new Part(totals.toBytes(), summaries)).iterator();
        }

        Part combined(Part one, Part other) {
            AggregationPlan plan = plan();
            Aggregator both = plan.aggregatorFrom(one.state());
            both.combine(plan.aggregatorFrom(other.state()));
            List<Summary> summaries = new ArrayList<>(one.summaries());
            summaries.addAll(other.summaries());
            return new Part(both.toBytes(), summaries);
        }
    }

    /**
     * Runs the job.
     *
     * @param spark where
     * @param paths the deliveries: files that every machine can read
     * @param partitions into how many parts they are divided
     * @return totals and summaries, the same for any division and any number of machines
     * @throws IllegalArgumentException if the format is not known, lacks a column, or there are no paths
     */
    public Outcome run(JavaSparkContext spark, List<String> paths, int partitions) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("no deliveries");
        }
        Job job = new Job(format.toString(), new ArrayList<>(by));
        AggregationPlan plan = job.plan();
        JavaRDD<Part> parts = spark.parallelize(paths, partitions).mapPartitions(job::read);
        Part all = parts.treeReduce(job::combined);
        List<Summary> summaries = new ArrayList<>(all.summaries());
        summaries.sort((a, b) -> Integer.compare(paths.indexOf(a.source()), paths.indexOf(b.source())));
        return new Outcome(plan.aggregatorFrom(all.state()), List.copyOf(summaries));
    }

    /** The same on this thread, without Spark. */
    Outcome alone(List<String> paths) {
        Job job = new Job(format.toString(), new ArrayList<>(by));
        Part all = job.read(paths.iterator()).next();
        return new Outcome(job.plan().aggregatorFrom(all.state()), List.copyOf(all.summaries()));
    }
}
