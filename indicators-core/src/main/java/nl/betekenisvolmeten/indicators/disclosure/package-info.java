/**
 * Who may see a table. Small numbers may point to people, so writers take no bare table: they take an {@link
 * nl.betekenisvolmeten.indicators.disclosure.Outgoing} one, let out for {@linkplain
 * nl.betekenisvolmeten.indicators.disclosure.InternalUse internal use} with a stated purpose, or {@linkplain
 * nl.betekenisvolmeten.indicators.disclosure.Protected protected} for publication.
 *
 * <p>{@link nl.betekenisvolmeten.indicators.disclosure.DisclosureControl} protects what a {@link
 * nl.betekenisvolmeten.indicators.disclosure.PublicationPlan} publishes together, by its {@link
 * nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy}, and {@link
 * nl.betekenisvolmeten.indicators.disclosure.AttackCheck} tries to derive what is hidden from what is published. The two
 * share no code: a fault in the one does not blind the other.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
