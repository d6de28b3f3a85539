/**
 * Statistical disclosure control. Small counts may identify people, so writers do not accept a bare table:
 * they take an {@link nl.betekenisvolmeten.indicators.disclosure.Outgoing} one, released for {@linkplain
 * nl.betekenisvolmeten.indicators.disclosure.InternalUse internal use} with a stated purpose, or {@linkplain
 * nl.betekenisvolmeten.indicators.disclosure.Protected protected} for publication.
 *
 * <p>{@link nl.betekenisvolmeten.indicators.disclosure.DisclosureControl} protects what a {@link
 * nl.betekenisvolmeten.indicators.disclosure.PublicationPlan} publishes together, by its {@link
 * nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy}, and {@link
 * nl.betekenisvolmeten.indicators.disclosure.AttackCheck} tries to derive what is hidden from what is published. The
 * two share no code, so that a fault in one does not hide from the other. Everything else that is published is computed
 * again from the protected tables, by {@link nl.betekenisvolmeten.indicators.disclosure.PublicFigures}, which sees nothing
 * but them.
 *
 * <h2>The guarantee</h2>
 *
 * <ol>
 * <li>A reader of all tables of a release, and of all earlier ones that were given, cannot compute a hidden count, and
 * at level L1 cannot prove that it is below the threshold. For each hidden count there are other whole numbers that
 * agree with all that is published: smaller and larger areas, shorter and longer periods, categories and totals, and
 * rounding.
 * <li>The attack runs on every release. If it derives too much, more is hidden; if that does not help, there is no
 * release.
 * <li>With the same cells hidden, another world that agrees with the published tables gives the same files, byte for
 * byte.
 * <li>A person who is alone in a cell of an additive count, and so knows its value, learns no more than others about
 * another small cell. This person may be able to compute a large hidden cell, which does no harm, as it was hidden only
 * to protect small ones.
 * <li>An organisation that knows its own figures, or as many together as the policy states, cannot compute a hidden
 * count of the others where these may have seen fewer persons than the threshold, and at level L1 cannot prove that it
 * is below the threshold. Cells that are wholly its own are no secret to it.
 * <li>Where one count includes the persons of another, those who are in the one only are a count of their own.
 * </ol>
 *
 * <p>An unknown relation is a reason to refuse: a figure that was published earlier as another number (a correction, a
 * reporter who came or left), two counts that the rows or the rules of their form relate and the plan does not, and every
 * column, word or file that is not in the plan.
 *
 * <p>What counts as derived: a hidden count for which one number only is possible, and at level L1 a count of persons, or
 * of what each of them has at least one of, that is certain to be below the threshold. A larger hidden count may be known
 * within narrow bounds, of two numbers at the least. That no area has more participants than inhabitants is not assumed:
 * people who come to a place need not live there, and a plan does not state which of its counts are of residents only.
 *
 * <p>A policy may ask for more or fewer persons behind figures about some codes of a column, such as a target group: the
 * threshold of a cell follows from its code, and a total of several codes has the highest of theirs, whatever the rows
 * are about. If one figure includes the persons of another, the two may not differ by fewer than the threshold of
 * the larger.
 *
 * <p>That everyone has a code reveals it about each person. A policy may ask to hide this for a class of codes (group
 * disclosure): where all persons of a total have such a code, all codes of the total are hidden, zeros too, and no reader
 * can prove that nobody has another code. That few have another code is hidden as a small difference.
 *
 * <p>There is no rule about the share of the largest organisation, such as the p % rule or (n, k) dominance. Those
 * protect what an organisation does, and that is public here. They protect persons only where what is left without the
 * largest organisations is about few of them, which the fifth guarantee covers, for any group of organisations and
 * whatever their shares.
 *
 * <p>Published counts are rounded each by itself, or where a policy asks for it, such that what is published of a count
 * adds up: up or down to a multiple of the base. A reader then knows the true count only to within less than the base. That
 * is possible for the counts and tables of {@link
 * nl.betekenisvolmeten.indicators.disclosure.PublicationPlan#isRoundedTogether}, and of areas by one other dimension without
 * levels; for more dimensions there need not be such a rounding (Cox, JASA 1987), and there is no release. The third
 * guarantee then is about the same choice of up or down, as more than one rounding agrees with a world.
 *
 * <p>Outside the guarantee are what other sources say, and what someone who knows how cells and roundings are chosen may
 * guess from which cells are hidden or rounded up (minimality attack: Wong et al., VLDB 2007).
 */
@NullMarked
package nl.betekenisvolmeten.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
