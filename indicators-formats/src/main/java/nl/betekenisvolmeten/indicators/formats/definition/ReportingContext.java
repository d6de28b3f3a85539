package nl.betekenisvolmeten.indicators.formats.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.Agreed;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What holds of deliveries and is not in them: who is to report what by when, who took over from whom, which delivery
 * counts, what is known of persons counted twice, and how areas changed.
 *
 * <p>One document with sections that may be left out, rather than a kind of document for each: they speak of the same
 * organisations, areas and periods, one change in the world touches several of them (a new provider is an agreement that
 * ends, one that begins, and a succession), and a municipality has one file to keep with its deliveries. Who wants
 * several files can have them: {@link #with} takes them together. What a document rests on is in its provenance; an
 * overlap also names its own basis, as that is shown next to the total.
 *
 * @param id the document and its version
 * @param title its name
 * @param provenance what it rests on
 * @param areaColumn the column whose areas agreements and successions name
 * @param overlaps what is known of persons in more than one part of a total, and whether age is determined by one rule
 * @param agreements who is to report on which area, from when to when and by when (in SDMX: provision agreements)
 * @param successions who took over from whom
 * @param areaChanges how areas of one year lie in those of another; the divisions are named by their years
 * @param deliveries the ledger of deliveries; empty when nobody keeps one
 * @param statuses how final the figures of a period were declared to be
 */
public record ReportingContext(
        FormatId id,
        LocalizedText title,
        Provenance provenance,
        ColumnName areaColumn,
        OverlapLedger overlaps,
        List<ReportingAgreement> agreements,
        List<Succession> successions,
        List<AreaChanges> areaChanges,
        List<Entry> deliveries,
        Map<Period, PeriodStatus> statuses) {

    /** @throws IllegalArgumentException if two different deliveries of one subject have the same number */
    public ReportingContext {
        agreements = List.copyOf(agreements);
        successions = List.copyOf(successions);
        areaChanges = List.copyOf(areaChanges);
        deliveries = List.copyOf(deliveries);
        statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
        ledger(deliveries);
    }

    private static DeliveryLedger ledger(List<Entry> entries) {
        DeliveryLedger ledger = new DeliveryLedger();
        entries.forEach(entry -> ledger.add(entry.version()));
        return ledger;
    }

    /**
     * Returns the agreements that affect totals.
     *
     * @return the overlaps, successions and agreements
     */
    public Agreed agreed() {
        return new Agreed(overlaps, successions, agreements, Map.of());
    }

    /**
     * Returns what counts of each subject, as the ledger has it.
     *
     * @return by period, organisation and format; nothing when nobody keeps a ledger
     */
    public Map<DeliveryLedger.Subject, DeliveryLedger.Standing> standings() {
        return ledger(deliveries).standings();
    }

    /**
     * Returns a copy for deliveries in a format, without the agreements that are about other formats only.
     *
     * @param format the name of the format
     * @return the copy
     */
    public ReportingContext about(String format) {
        return new ReportingContext(
                id,
                title,
                provenance,
                areaColumn,
                overlaps,
                agreements.stream()
                        .filter(agreement -> agreement.covers(format))
                        .toList(),
                successions,
                areaChanges,
                deliveries,
                statuses);
    }

    /**
     * Returns this document and another one together, under the name of this one.
     *
     * @param other the other document
     * @return both
     * @throws IllegalArgumentException if they name areas of different columns, a period has two statuses, or two
     *     different deliveries of one subject have the same number
     */
    public ReportingContext with(ReportingContext other) {
        if (!areaColumn.equals(other.areaColumn)) {
            throw new IllegalArgumentException(
                    "area columns must be the same: " + areaColumn + ", " + other.areaColumn);
        }
        Map<Period, PeriodStatus> both = new TreeMap<>(statuses);
        other.statuses.forEach((period, status) -> {
            if (both.merge(period, status, (known, declared) -> known) != status) {
                throw new IllegalArgumentException("period has two statuses: " + period);
            }
        });
        return new ReportingContext(
                id,
                title,
                provenance,
                areaColumn,
                new OverlapLedger(
                        joined(overlaps.overlaps(), other.overlaps.overlaps()),
                        overlaps.sameAgeRule() || other.overlaps.sameAgeRule()),
                joined(agreements, other.agreements),
                joined(successions, other.successions),
                joined(areaChanges, other.areaChanges),
                joined(deliveries, other.deliveries),
                both);
    }

    private static <T> List<T> joined(List<T> own, List<T> others) {
        List<T> both = new ArrayList<>(own);
        both.addAll(others);
        return both;
    }

    /**
     * A delivery in a ledger of deliveries, and how its file is known.
     *
     * @param version the delivery
     * @param file the name of its file, without folder; empty when only its hash was written down, or it came without a file
     * @param received the day it came in; empty when it was not written down
     */
    public record Entry(DeliveryLedger.Version version, Optional<String> file, Optional<LocalDate> received) {

        /**
         * Returns whether a file is this delivery: by its bytes where the ledger has their hash, by its name otherwise.
         *
         * @param name the file's name
         * @param sha256 the hash of its bytes
         * @return false for another file
         */
        public boolean isOf(String name, String sha256) {
            return version.hash().isEmpty()
                    ? file.filter(name::equals).isPresent()
                    : version.hash().equals(sha256);
        }
    }
}
