package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Makes one row of the rows that have the same key in the other version. */
final class RowMerger {

    private final FormatDefinition target;
    private final Location place;
    private final Consumer<Finding> found;
    private final TargetCheck check;
    private final RowCombiner combiner;
    private final LossLog log = new LossLog();
    private final List<Integer> key;
    private final Map<List<String>, List<RowCombiner.Member>> held = new LinkedHashMap<>();

    RowMerger(
            MigrationPlan plan,
            MigrationPlan.Persons persons,
            Location place,
            Consumer<Finding> found,
            TargetCheck check) {
        target = plan.target();
        this.place = place;
        this.found = found;
        this.check = check;
        combiner = new RowCombiner(plan.source(), target, persons);
        // rows that do not change have the keys that they had, which were checked
        key = plan.stages().isEmpty() ? List.of() : target.keyIndexes();
    }

    void take(CheckedRow original, List<String> converted) {
        noteValidity(original.number(), converted);
        if (key.isEmpty()) {
            check.row(original.number(), converted);
            return;
        }
        List<String> codes = key.stream().map(converted::get).toList();
        held.computeIfAbsent(codes, any -> new ArrayList<>(1)).add(new RowCombiner.Member(original, converted));
    }

    /** Notes a row whose period lies outside the validity of the other version: a row keeps its period. */
    private void noteValidity(long row, List<String> converted) {
        for (int i = 0; i < converted.size(); i++) {
            Column column = target.columns().get(i);
            if (column.rule().type() instanceof ColumnType.Time time
                    && Period.parseCode(converted.get(i))
                            .filter(period -> !time.validity().contains(period))
                            .isPresent()) {
                String details = converted.get(i) + ", " + target.id();
                log.add(LossLog.Event.of(LossLog.OUTSIDE_VALIDITY, column.name(), "period", details), row);
            }
        }
    }

    /** Ends the rows: combines those that were held, and reports what was lost. */
    void finish() {
        held.values().forEach(members -> {
            RowCombiner.Member first = members.get(0);
            if (members.size() == 1) {
                check.row(first.original().number(), first.converted());
            } else {
                combiner.combine(members, log)
                        .ifPresent(texts -> check.row(first.original().number(), texts));
            }
        });
        held.clear();
        log.tell(place, found);
    }
}
