/**
 * The check of deliveries: which format one is of, which rows are good, and what is wrong with the others.
 *
 * <ul>
 *   <li>One delivery: {@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader} opens it, {@link
 *       nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery} reads its rows; two of them:
 *       {@link nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff}.
 *   <li>Files of one form together, whatever their versions:
 *       {@link nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet}.
 *   <li>An account of several parts, as a folder, a zip file or a workbook:
 *       {@link nl.betekenisvolmeten.indicators.formats.delivery.AccountReader}.
 *   <li>From one version of a format to another: {@link
 *       nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet#write}. Losses are findings; nothing is dropped
 *       silently.
 *   <li>Deliveries compared with what was agreed about them: {@link
 *       nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet#withContext}.
 * </ul>
 *
 * <p>In short, for totals of files of several versions:
 *
 * <pre>{@code
 * DeliverySet set = DeliverySet.of(
 *         DeliveryReader.of(Definitions.bundled()),
 *         files.stream().map(DeliverySource::of).toList());
 * FormatDefinition newest = set.format().orElseThrow();
 * Aggregator totals = AggregationPlan.by(newest.ruleSet().structure(), "stadsdeel").newAggregator();
 * SetReport report = set.read(totals);
 * report.files().forEach(file -> out.println(file.source().name() + ": " + file.report().rowsAccepted()));
 * report.overlaps().forEach(both -> out.println(both.organisation() + " twice in " + both.period()));
 * totals.result().figure("bezoeken", "Laak").ifPresent(figure -> out.println(figure.toText(Language.NL)));
 * }</pre>
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.delivery;

import org.jspecify.annotations.NullMarked;
