package nl.betekenisvolmeten.indicators.validation;

import java.util.BitSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;

/** Quarters that the rows of a delivery are about: two of them are usually a slip, and more a delivery of a longer time. */
final class QuartersSeen {

    private static final FindingCode TWO = FindingCode.of("TF-I11");

    private final int[] columns;
    private final IntFunction<Dictionary> dictionaries;
    private final BitSet seen = new BitSet();

    QuartersSeen(RuleSet rules, IntFunction<Dictionary> dictionaries) {
        this.dictionaries = dictionaries;
        columns = IntStream.range(0, rules.columns().size())
                .filter(i -> rules.columns().get(i).part() instanceof ColumnRule.Part.OfDimension
                        && rules.columns().get(i).type() instanceof ColumnType.Time time
                        && time.kind() == PeriodKind.QUARTER
                        && time.longest() == PeriodKind.QUARTER)
                .limit(1)
                .toArray();
    }

    void see(RowCells cells) {
        for (int column : columns) {
            if (cells.hasValue(column)) {
                seen.set(dictionaries.apply(column).id(cells.text(column)));
            }
        }
    }

    void see(ColumnBatch rows, int from, int to) {
        for (int column : columns) {
            int[] ids = rows.ids(column);
            for (int i = from; i < to; i++) {
                seen.set(ids[i]);
            }
        }
    }

    /** Reports two quarters. */
    void report(Location place, Consumer<Finding> found) {
        if (seen.cardinality() == 2) {
            String periods = seen.stream()
                    .mapToObj(dictionaries.apply(columns[0])::code)
                    .sorted()
                    .collect(Collectors.joining(", "));
            found.accept(Finding.of(TWO, Severity.NOTE, place, Map.of("periods", periods)));
        }
    }
}
