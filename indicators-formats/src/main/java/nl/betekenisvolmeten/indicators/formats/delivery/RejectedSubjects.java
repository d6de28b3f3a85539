package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Subject;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.RejectedRows;

/**
 * Rows with an error in the light of what was agreed: only those of deliveries that count, under the names of whoever went on
 * with the work.
 *
 * @param filter which deliveries count
 * @param lineages who went on
 * @param format the name of the format
 */
record RejectedSubjects(DeliveryFilter filter, Lineages lineages, String format) {

    /** Returns the rows of a file, limited to deliveries that count; empty if none does. */
    Optional<RejectedRows> of(AgreedRows.File file, RowPlaces at, RejectedRows rows) {
        Set<String> reporters = rows.codes().get(at.reporter());
        Set<String> times = rows.codes().get(at.time());
        if (reporters.isEmpty() || times.isEmpty()) {
            return Optional.of(rows);
        }
        Set<String> areas = at.area().isPresent() ? rows.codes().get(at.area().getAsInt()) : Set.of();
        Set<String> heirs = new HashSet<>();
        Set<String> counting = new HashSet<>();
        for (String reporter : reporters) {
            for (String time : times) {
                Subject subject = new Subject(KvkNumber.of(reporter), Period.ofCode(time), format);
                if (filter.counts(file, subject)) {
                    heirs.addAll(heirs(subject, areas));
                    counting.add(time);
                }
            }
        }
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.withCodes(at.reporter(), heirs).withCodes(at.time(), counting));
    }

    /** Returns what is known about the rows of a delivery that should count but is missing. */
    RejectedRows absent(RowPlaces at, Subject subject) {
        List<Set<String>> codes =
                new ArrayList<>(Collections.nCopies(at.structure().dimensions().size(), Set.of()));
        codes.set(at.reporter(), heirs(subject, Set.of()));
        codes.set(at.time(), Set.of(subject.period().code()));
        List<OptionalLong> values =
                Collections.nCopies(at.structure().measures().size(), OptionalLong.empty());
        return new RejectedRows(codes, values, 0, OptionalLong.empty());
    }

    /**
     * Returns the organisations that the rows may be counted for; if the area is not known, also the reporter itself.
     */
    private Set<String> heirs(Subject subject, Set<String> areas) {
        Set<String> heirs = new HashSet<>();
        areas.forEach(area -> heirs.add(lineages.heir(subject.reporter(), List.of(area), subject.period())
                .value()));
        if (areas.isEmpty()) {
            lineages.possibleHeirs(subject.reporter(), subject.period()).forEach(heir -> heirs.add(heir.value()));
        }
        return heirs;
    }
}
