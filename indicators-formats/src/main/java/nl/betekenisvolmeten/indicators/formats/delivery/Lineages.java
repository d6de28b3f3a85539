package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** Whose series an organisation's rows belong to: those of a predecessor, before it stopped, are of its successor. */
final class Lineages {

    private final List<Succession> successions;
    private final Map<Succession, Long> rows = new LinkedHashMap<>();

    Lineages(List<Succession> successions) {
        this.successions = List.copyOf(successions);
    }

    /**
     * Returns the organisation that finally continues the work in an area; the area is empty if not known. Each
     * succession is followed once, so circles end too.
     */
    KvkNumber heir(KvkNumber reporter, List<String> area, Period period) {
        List<Succession> line = line(reporter, area, period);
        return line.isEmpty() ? reporter : line.get(line.size() - 1).to();
    }

    /** Returns the organisations that may continue the work if the area is not known, the reporter included. */
    Set<KvkNumber> possibleHeirs(KvkNumber reporter, Period period) {
        Set<KvkNumber> heirs = new HashSet<>(List.of(reporter, heir(reporter, List.of(), period)));
        successions.forEach(succession ->
                succession.areas().forEach(area -> heirs.add(heir(reporter, List.of(area), period))));
        return heirs;
    }

    /** Returns the same as {@link #heir}, and counts the row. */
    KvkNumber heirOfRow(KvkNumber reporter, List<String> area, Period period) {
        List<Succession> line = line(reporter, area, period);
        line.forEach(succession -> rows.merge(succession, 1L, Math::addExact));
        return line.isEmpty() ? reporter : line.get(line.size() - 1).to();
    }

    /** Returns the same row for the organisation that continues the work. */
    CheckedRow inherited(CheckedRow row, RuleSet rules, ColumnName area) {
        Optional<RowPlaces> places = RowPlaces.of(rules.structure(), area);
        if (places.isEmpty()) {
            return row;
        }
        RowPlaces at = places.get();
        Observation own = row.observation();
        KvkNumber reporter = at.reporter(own);
        KvkNumber heir = heir(reporter, at.area(own).stream().toList(), at.period(own));
        if (heir.equals(reporter)) {
            return row;
        }
        List<String> texts = new ArrayList<>(row.texts());
        ColumnName name = rules.structure().dimensions().get(at.reporter()).name();
        texts.set(rules.index(name).orElseThrow(), heir.value());
        return CheckedRow.of(rules, row.number(), texts);
    }

    private List<Succession> line(KvkNumber reporter, List<String> area, Period period) {
        List<Succession> line = new ArrayList<>();
        KvkNumber at = reporter;
        for (Optional<Succession> next = next(at, area, period, line);
                next.isPresent();
                next = next(at, area, period, line)) {
            line.add(next.get());
            at = next.get().to();
        }
        return line;
    }

    private Optional<Succession> next(KvkNumber at, List<String> area, Period period, List<Succession> taken) {
        return successions.stream()
                .filter(succession -> succession.from().equals(at) && !taken.contains(succession))
                .filter(succession ->
                        period.lastDayInclusive().isBefore(succession.since().firstDay()))
                .filter(succession ->
                        succession.areas().isEmpty() || area.stream().anyMatch(succession.areas()::contains))
                .findFirst();
    }

    /** Returns each succession with the number of rows that it linked, which may be zero. */
    List<ContextReport.Link> links() {
        return successions.stream()
                .distinct()
                .map(succession -> new ContextReport.Link(succession, rows.getOrDefault(succession, 0L)))
                .toList();
    }
}
