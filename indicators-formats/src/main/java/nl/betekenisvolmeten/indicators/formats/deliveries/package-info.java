/**
 * Files of one form together, whatever their versions: which version each is of, how its rows get among those of the
 * newest, and what may count double. {@link nl.betekenisvolmeten.indicators.formats.deliveries.DeliverySet} is where to
 * start. In short, for totals of files of two versions:
 *
 * <pre>{@code
 * DeliverySet set = DeliverySet.of(
 *         DeliveryReader.of(Definitions.bundled()), List.of(DeliverySource.of(before), DeliverySource.of(after)));
 * FormatDefinition newest = set.format().orElseThrow();
 * Aggregator totals = AggregationPlan.by(newest.ruleSet().structure(), "stadsdeel").newAggregator();
 * SetReport report = set.readInto(totals);
 * report.files().forEach(file -> out.println(file.source().name() + ": " + file.report().rowsAccepted()));
 * report.overlaps().forEach(both -> out.println(both.organisation() + " twice in " + both.period()));
 * totals.result().figure("bezoeken", "Laak").ifPresent(figure -> out.println(figure.value()));
 * }</pre>
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.deliveries;

import org.jspecify.annotations.NullMarked;
