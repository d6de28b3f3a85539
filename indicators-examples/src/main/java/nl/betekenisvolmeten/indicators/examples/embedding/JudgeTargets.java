package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.form.RealisationReader;
import nl.betekenisvolmeten.indicators.formats.form.TargetReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetPlan;
import nl.betekenisvolmeten.indicators.targets.TargetReview;

/** Compares a delivery and stated figures with targets: the snippet of the package {@code targets}. */
public final class JudgeTargets {

    private JudgeTargets() {}

    /**
     * Judges the targets of a plan.
     *
     * @param delivery a delivery
     * @param plan the form with targets
     * @param stated the form with figures that no delivery has
     * @param out takes what comes out
     */
    public static void run(Path delivery, Path plan, Path stated, PrintStream out) {
        Definitions definitions = Definitions.bundled();
        List<Indicator> indicators = definitions.indicatorSets().all().get(0).indicators();
        Population people = definitions.populations().get("denhaag-inwoners").population();
        // snippet: embedding
        CountTable table = DeliveryReader.of(definitions)
                .readTable(DeliverySource.of(delivery))
                .orThrow();
        List<Target> targets =
                TargetReader.of(definitions).read(DeliverySource.of(plan)).orThrow();
        TargetReview review = TargetReview.of(definitions.areas().get("denhaag").hierarchy(), indicators)
                .withDelivered(TargetPlan.of(table.structure(), indicators, targets, people)
                        .collect(table))
                .withStated(RealisationReader.of(definitions)
                        .read(DeliverySource.of(stated))
                        .orThrow());
        review.review(targets, TargetOptions.withDefaults())
                .lines()
                .forEach(line -> out.println(
                        line.target().indicator() + ": " + line.result().outcome() + " " + line.lacks()));
        // end
    }
}
