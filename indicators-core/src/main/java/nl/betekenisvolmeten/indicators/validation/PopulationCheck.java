package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Cells;

/** {@link Rule.WithinPopulation} on cells. Remembers the limits of a few hundred pairs of codes. */
final class PopulationCheck implements RuleCheck {

    private final Rule.WithinPopulation rule;
    private final int persons;
    private final int area;
    private final int age;
    private final Dimension.Place place;
    private final Map<String, Map<String, Long>> limits = new HashMap<>();

    PopulationCheck(Rule.WithinPopulation rule, RuleColumns at) {
        this.rule = rule;
        persons = at.wholeNumber(rule.persons());
        area = at.index(rule.area());
        age = at.index(rule.age());
        place = at.place(rule.area());
    }

    @Override
    public Optional<Breach> check(Cells row) {
        if (!row.hasValue(persons) || !row.hasValue(area) || !row.hasValue(age)) {
            return Optional.empty();
        }
        String text = row.text(area);
        long limit = limits.computeIfAbsent(text, any -> new HashMap<>())
                .computeIfAbsent(row.text(age), code -> rule.limit(place, text, code));
        if (!Rule.WithinPopulation.isBroken(row.number(persons), limit)) {
            return Optional.empty();
        }
        Map<String, String> arguments = Map.of(
                "left_value",
                row.text(persons),
                "limit",
                Long.toString(limit),
                "area",
                place.code(text).map(AreaCode::value).orElse(text));
        return Breach.at(rule.persons(), arguments);
    }
}
