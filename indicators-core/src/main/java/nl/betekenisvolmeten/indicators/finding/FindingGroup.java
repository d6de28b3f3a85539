package nl.betekenisvolmeten.indicators.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A count of findings that is also kept by what they differ in, until they differ too much. What is left out then does not
 * depend on the order in which they came, so that parts of a file may be counted apart and put together.
 */
final class FindingGroup {

    /** How many columns of a code, and values of a column, are told apart. */
    private static final int[] MOST_PARTS = {50, 20};

    /** What is told apart, from the least to the most. */
    private static final List<Extent> LEVELS = List.of(Extent.CODE, Extent.COLUMN, Extent.VALUE);

    /** Arguments that say what a finding is about, where that is no cell. */
    private static final List<String> ABOUT = List.of("part", "file", "key", "details");

    private final int level;
    private @Nullable Finding first;
    private long firstRow;
    private long count;
    private final List<Long> rows = new ArrayList<>(FoldedFinding.MAX_ROWS);
    private @Nullable Map<String, FindingGroup> parts;

    private FindingGroup(int level) {
        this.level = level;
        parts = level < MOST_PARTS.length ? new HashMap<>() : null;
    }

    /** Returns an empty group for the findings of one code and severity. */
    static FindingGroup ofCode() {
        return new FindingGroup(0);
    }

    void add(Finding finding) {
        long row = finding.location().row().orElse(0);
        FindingGroup group = this;
        while (group != null) {
            group.count(finding, row, 1);
            if (row > 0) {
                group.name(row);
            }
            group = group.part(finding);
        }
    }

    /** Adds what another count held; what that could not tell apart is no longer told apart here. */
    void add(FoldedFinding folded) {
        int depth = LEVELS.indexOf(folded.extent());
        FindingGroup group = this;
        while (group != null) {
            group.count(folded.first(), folded.first().location().row().orElse(0), folded.count());
            folded.rows().forEach(group::name);
            if (group.level == depth) {
                group.parts = null;
            }
            group = group.part(folded.first());
        }
    }

    private void count(Finding finding, long row, long times) {
        count = Math.addExact(count, times);
        Finding known = first;
        if (known == null
                || row < firstRow
                || (row == firstRow && finding.location().compareTo(known.location()) < 0)) {
            first = finding;
            firstRow = row;
        }
    }

    /** Keeps the lowest rows, each once; they mostly come in order. */
    private void name(long row) {
        int size = rows.size();
        if (size == FoldedFinding.MAX_ROWS && row >= rows.get(size - 1)) {
            return;
        }
        int place = Collections.binarySearch(rows, row);
        if (place < 0) {
            rows.add(-place - 1, row);
            if (size == FoldedFinding.MAX_ROWS) {
                rows.remove(size);
            }
        }
    }

    private @Nullable FindingGroup part(Finding finding) {
        Map<String, FindingGroup> known = parts;
        if (known == null) {
            return null;
        }
        String key = key(finding);
        FindingGroup part = known.get(key);
        if (part == null) {
            if (known.size() == MOST_PARTS[level]) {
                parts = null;
                return null;
            }
            part = new FindingGroup(level + 1);
            known.put(key, part);
        }
        return part;
    }

    private String key(Finding finding) {
        return level == 0 ? finding.location().column().orElse("") : value(finding);
    }

    /**
     * Returns what distinguishes findings of a column: the cell's text, or what a finding is about if that is no cell;
     * empty for personal data.
     */
    static String value(Finding finding) {
        if (finding.code().isPersonalData()) {
            return "";
        }
        return Stream.concat(Stream.of(Finding.VALUE), ABOUT.stream())
                .filter(finding.arguments()::containsKey)
                .map(finding.arguments()::get)
                .findFirst()
                .orElse("");
    }

    /** Adds what was counted to a list, in as many parts as were kept apart. */
    void collect(List<FoldedFinding> into) {
        if (parts != null) {
            parts.values().forEach(part -> part.collect(into));
        } else if (first != null) {
            into.add(new FoldedFinding(first, LEVELS.get(level), count, rows));
        }
    }
}
