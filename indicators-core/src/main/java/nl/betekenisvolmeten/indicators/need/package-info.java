/**
 * How much need areas have by chosen characteristics, and how money and reach go with it. A ranking of need is a choice of
 * characteristics and weights, no fact: both stay in the result, with how ranks move when each is left out. What isn't
 * known is never filled in: an area that lacks a characteristic has no index.
 *
 * <p>In short, with the forms of {@code formats.form}:
 *
 * <pre>{@code
 * NeedReader reader = NeedReader.of(Definitions.bundled());
 * List<AreaFact> facts = reader.facts(DeliverySource.of(characteristics)).orThrow();
 * List<NeedWeight> weights = reader.weights(DeliverySource.of(chosen)).orThrow();
 * NeedRanking ranking = NeedRanking.of(weights, facts);
 * ranking.rows().forEach(row -> out.println(row.rank() + " " + row.area() + " " + row.ranksWithout()));
 * }</pre>
 */
@NullMarked
package nl.betekenisvolmeten.indicators.need;

import org.jspecify.annotations.NullMarked;
