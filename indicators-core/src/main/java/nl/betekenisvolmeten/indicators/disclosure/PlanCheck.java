package nl.betekenisvolmeten.indicators.disclosure;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan.Count;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.BalanceRule;
import nl.betekenisvolmeten.indicators.validation.PersonRule;
import nl.betekenisvolmeten.indicators.validation.Rule;

/**
 * Checks that a plan describes its counts as the rows do, with all relations between them: a relation that the plan does
 * not state could give a hidden count away.
 */
final class PlanCheck {

    private final PublicationPlan plan;
    private final TableStructure structure;

    private PlanCheck(PublicationPlan plan, TableStructure structure) {
        this.plan = plan;
        this.structure = structure;
    }

    /**
     * Checks a plan.
     *
     * @param rules the rules that the rows were checked by
     * @throws IllegalArgumentException if a count is missing from the rows, is of another nature, or has a relation that
     *     is not in the plan
     */
    static void check(PublicationPlan plan, TableStructure structure, List<Rule> rules) {
        PlanCheck check = new PlanCheck(plan, structure);
        plan.counts().forEach(check::checkCount);
        rules.forEach(check::checkRule);
    }

    private void checkCount(Count count) {
        Measure measure = structure
                .measure(count.measure())
                .orElseThrow(() -> new IllegalArgumentException("no measure '" + count.measure() + "' in the rows"));
        boolean addsUp = measure instanceof Measure.Flow || measure instanceof Measure.Shared;
        boolean fits = measure instanceof Measure.Distinct ? count.isPersons() : addsUp && !count.isPersons();
        if (!fits || measure.scale() != count.decimals()) {
            throw new IllegalArgumentException(
                    "the plan describes '" + count.measure() + "' otherwise than the rows do: " + measure);
        }
        measure.repeats()
                .flatMap(Measure.Repeats::persons)
                .filter(persons -> !persons.equals(count.persons()))
                .ifPresent(persons -> {
                    throw new IllegalArgumentException("the persons behind '" + count.measure() + "' are '" + persons
                            + "', not '" + count.persons() + "'");
                });
        if (measure instanceof Measure.Distinct persons) {
            checkPersons(count, persons);
        }
    }

    private void checkPersons(Count count, Measure.Distinct persons) {
        persons.firstIn().ifPresent(first -> {
            throw new IllegalArgumentException(
                    "'" + count.measure() + "' cannot be published: how first times add up to '" + first.among()
                            + "' is not part of the protection");
        });
        persons.newTo().ifPresent(known -> mustBeAtMost(count.measure(), known.among()));
        persons.unnamed().ifPresent(unnamed -> mustNotBeTogether(List.of(count.measure(), unnamed.without())));
        boolean alone = plan.counts().stream()
                .noneMatch(other -> other.isPersons() && count.atMost().contains(other.measure()));
        boolean others = plan.counts().stream().filter(Count::isPersons).count() > 1;
        if (persons.residentsOf().isPresent() && alone && others) {
            throw new IllegalArgumentException(
                    "the plan must state which persons '" + count.measure() + "' are some of (atMost)");
        }
    }

    private void checkRule(Rule rule) {
        if (rule instanceof Rule.AtMost rule1) {
            mustBeAtMost(rule1.left(), rule1.right());
        } else if (rule instanceof PersonRule.Squares squares) {
            mustNotBeTogether(List.of(squares.squares(), squares.events()));
            mustNotBeTogether(List.of(squares.squares(), squares.persons()));
        } else if (rule instanceof BalanceRule balance) {
            if (balance.comparison() == BalanceRule.Comparison.AT_LEAST
                    && balance.minus().isEmpty()) {
                balance.plus().forEach(part -> mustBeAtMost(part, balance.total()));
                mustNotBeTogether(balance.plus());
            } else {
                mustNotBeTogether(balance.columns());
            }
        }
    }

    private Optional<Count> count(ColumnName measure) {
        return plan.counts().stream()
                .filter(count -> count.measure().equals(measure))
                .findFirst();
    }

    private void mustBeAtMost(ColumnName left, ColumnName right) {
        Optional<Count> less = count(left);
        Optional<Count> more = count(right);
        boolean known = less.filter(count -> count.atMost().contains(right)).isPresent()
                || more.filter(count -> count.onePerPerson() && count.persons().equals(left))
                        .isPresent();
        if (less.isPresent() && more.isPresent() && !known) {
            throw new IllegalArgumentException(
                    "the plan must state that '" + left + "' is at most '" + right + "' (atMost)");
        }
    }

    private void mustNotBeTogether(List<ColumnName> measures) {
        List<ColumnName> published =
                measures.stream().filter(measure -> count(measure).isPresent()).toList();
        if (published.size() > 1) {
            throw new IllegalArgumentException(
                    "these counts cannot be published together, as how they are related is not part of the protection: "
                            + published);
        }
    }
}
