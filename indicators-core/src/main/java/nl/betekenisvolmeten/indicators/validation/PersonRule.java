package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;

/** A rule about counts of the same persons. */
public sealed interface PersonRule extends Rule {

    /**
     * A sum of squares is possible for the numbers of events and persons: it is smallest if all persons have the same
     * number of events, and largest if all but one have one event.
     *
     * @param verdict the verdict if the rule is broken
     * @param squares the sum over persons of the square of their events
     * @param events the events
     * @param persons the persons
     */
    record Squares(Verdict verdict, ColumnName squares, ColumnName events, ColumnName persons) implements PersonRule {

        /** Largest number of events whose square fits. */
        private static final long MOST_EVENTS = 2_000_000_000;

        static boolean isBroken(long squares, long events, long persons) {
            if (persons <= 0 || events < persons || events > MOST_EVENTS) {
                return squares != 0 && events == 0;
            }
            long rest = events - persons + 1;
            // the least is rounded up, as the numbers are whole
            return squares < (events * events + persons - 1) / persons || squares > rest * rest + persons - 1;
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(squares, events, persons);
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            RuleColumns at = new RuleColumns(columns);
            int first = at.wholeNumber(squares);
            int second = at.wholeNumber(events);
            int third = at.wholeNumber(persons);
            return row -> row.hasValue(first)
                            && row.hasValue(second)
                            && row.hasValue(third)
                            && isBroken(row.number(first), row.number(second), row.number(third))
                    ? Breach.at(
                            squares, Breach.pair(squares.value(), row.text(first), events.value(), row.text(second)))
                    : Optional.empty();
        }
    }

    /**
     * In a period that begins on 1 January, all persons came for the first time in the year.
     *
     * @param verdict the verdict if the rule is broken
     * @param first the persons who came for the first time
     * @param persons all persons
     * @param period the period
     * @param where which rows the rule applies to
     */
    record AllFirst(Verdict verdict, ColumnName first, ColumnName persons, ColumnName period, Rule.Filled.Where where)
            implements PersonRule {

        static boolean isBroken(String period, long first, long persons) {
            return first != persons
                    && Period.parseCode(period)
                            .filter(own ->
                                    own.rollUp(PeriodKind.YEAR).firstDay().equals(own.firstDay()))
                            .isPresent();
        }

        @Override
        public List<ColumnName> columns() {
            return List.of(first, persons, period, where.column());
        }

        @Override
        public RuleCheck on(List<ColumnRule> columns) {
            RuleColumns at = new RuleColumns(columns);
            int own = at.wholeNumber(first);
            int all = at.wholeNumber(persons);
            int when = at.dimension(period);
            int what = at.dimension(where.column());
            return row -> row.hasValue(own)
                            && row.hasValue(all)
                            && row.hasValue(when)
                            && row.hasValue(what)
                            && where.codes().contains(row.text(what))
                            && isBroken(row.text(when), row.number(own), row.number(all))
                    ? Breach.at(first, arguments(row, own, all))
                    : Optional.empty();
        }

        private Map<String, String> arguments(RuleCheck.Cells row, int own, int all) {
            return Breach.pair(first.value(), row.text(own), persons.value(), row.text(all));
        }
    }
}
