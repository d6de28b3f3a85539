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
 *
 * <h2>The guarantee</h2>
 *
 * <ol>
 *   <li>Whoever has all tables of a release, and all earlier ones that were given, cannot compute a hidden count, and at
 *       level L1 cannot prove that it is below the threshold. For each hidden count there are other whole numbers that agree
 *       with all that is published: smaller and larger areas, shorter and longer periods, categories and totals, and rounding.
 *   <li>The attack runs on every release. Where it derives too much, more is hidden; where that does not help, there is no
 *       release.
 *   <li>With the same cells hidden, another world that agrees with the published tables gives the same files, byte for byte.
 *   <li>A person who is alone in a cell of a count that adds up, and so knows it, finds out no more than others do about
 *       another small cell. That this person may compute a large hidden cell, which was hidden for the sake of small ones, is
 *       no harm.
 * </ol>
 *
 * <p>A relation that is not known here is a reason to refuse: a figure that was published before as another number (a
 * correction, a reporter who came or left), and every column, word or file that is not in the plan.
 *
 * <p>Outside the guarantee are what other sources say, what an organisation knows of its own figures, and what
 * someone who knows how cells are chosen may guess from which cells are hidden (minimality attack: Wong et al., VLDB 2007).
 */
@NullMarked
package nl.betekenisvolmeten.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
