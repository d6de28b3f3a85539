/**
 * Figures beside their targets: whether a target is met, as far as what is known settles it, and how much of the way has
 * been gone. A figure that is only known between bounds, is incomplete or cannot be compared gives an outcome of its own,
 * never a guess.
 *
 * <p>In short, with the forms of {@code formats.form}:
 *
 * <pre>{@code
 * CountTable table = DeliveryReader.of(definitions).readTable(DeliverySource.of(delivery)).orThrow();
 * List<Target> targets = TargetReader.of(definitions).read(DeliverySource.of(plan)).orThrow();
 * TargetReview review = TargetReview.of(definitions.areas().get("denhaag").hierarchy(), indicators)
 *         .withDelivered(TargetPlan.of(table.structure(), indicators, targets, people).collect(table))
 *         .withStated(RealisationReader.of(definitions).read(DeliverySource.of(stated)).orThrow());
 * review.review(targets, TargetOptions.withDefaults()).lines().forEach(line -> out.println(
 *         line.target().indicator() + ": " + line.result().outcome() + " " + line.lacks()));
 * }</pre>
 */
@NullMarked
package nl.betekenisvolmeten.indicators.targets;

import org.jspecify.annotations.NullMarked;
