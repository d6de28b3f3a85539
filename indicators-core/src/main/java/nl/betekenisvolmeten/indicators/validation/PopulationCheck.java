package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Cells;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import nl.betekenisvolmeten.indicators.validation.internal.PairTable;
import nl.betekenisvolmeten.indicators.validation.internal.RowFilter;

/** {@link Rule.WithinPopulation} on cells. Remembers the limits of a few hundred pairs of codes. */
final class PopulationCheck implements RuleCheck, RowFilter {

    private final Rule.WithinPopulation rule;
    private final int persons;
    private final int area;
    private final int age;
    private final Dimension.Place place;
    private final Map<String, Map<String, Long>> limits = new HashMap<>();
    private final PairTable limitsOfBatches;

    PopulationCheck(Rule.WithinPopulation rule, RuleColumns at) {
        this.rule = rule;
        persons = at.wholeNumber(rule.persons());
        area = at.index(rule.area());
        age = at.index(rule.age());
        place = at.place(rule.area());
        limitsOfBatches = new PairTable((areaCode, ageCode) -> rule.limit(place, areaCode, ageCode));
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

    @Override
    public void mark(ColumnBatch batch) {
        limitsOfBatches.start(batch.dictionary(area), batch.dictionary(age));
        boolean[] suspect = batch.suspect();
        long[] counts = batch.values(persons);
        boolean[] known = batch.known(persons);
        int[] areas = batch.ids(area);
        int[] ages = batch.ids(age);
        for (int i = 0; i < batch.rows(); i++) {
            if (!suspect[i] && known[i]) {
                suspect[i] = Rule.WithinPopulation.isBroken(counts[i], limitsOfBatches.get(areas[i], ages[i]));
            }
        }
    }
}
