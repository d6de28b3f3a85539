package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * What came of reading files together.
 *
 * @param files each of them, in the order given
 * @param overlaps organisations and periods that two files are about. None is looked for when a ledger of deliveries says
 *     which of two files counts
 * @param sameRows files whose rows that count are all equal, whatever carries them
 * @param findings rows that several files have: an error where they say something else of it
 * @param context what came of what was agreed; empty when nothing was, or no file could be read
 */
public record SetReport(
        List<FileRead> files,
        List<RepeatedDelivery> overlaps,
        List<SameDelivery> sameRows,
        Findings findings,
        Optional<ContextReport> context) {

    public SetReport {
        files = List.copyOf(files);
        overlaps = List.copyOf(overlaps);
        sameRows = List.copyOf(sameRows);
    }

    SetReport with(List<Finding> more) {
        Findings.Collector all = Findings.Collector.withDefaults();
        all.combine(findings);
        more.forEach(all::add);
        return more.isEmpty() ? this : new SetReport(files, overlaps, sameRows, all.toFindings(), context);
    }

    /**
     * Returns the reports of the files.
     *
     * @return one for each, in the order given
     */
    public List<DeliveryReport> reports() {
        return files.stream().map(FileRead::report).toList();
    }

    /**
     * Returns files that are one delivery: the same to the byte, or with the same rows. What was made of them should not be
     * used, as one of the two was sent by mistake; leave the second out.
     *
     * @return none when all differ
     */
    public List<SameDelivery> sameDeliveries() {
        return Stream.concat(SameDelivery.among(reports()).stream(), sameRows.stream())
                .distinct()
                .toList();
    }

    /**
     * What became of a file of a set.
     *
     * @param source the file
     * @param way how its rows got among those of the others
     * @param report what its check gave, with what was found when its rows were carried over. Its rows are accepted
     *     when they were good and are rows of the other version too
     * @param carried what was found when its rows were carried over, such as losses; part of the findings of the report
     */
    public record FileRead(DeliverySource source, FileMapping way, DeliveryReport report, Findings carried) {

        static FileRead of(DeliverySource source, FileMapping way, DeliveryReport report) {
            return new FileRead(source, way, report, Findings.none());
        }
    }

    /**
     * Two files about the same organisation and period. That is right when an organisation delivers in parts, and
     * counts double when one file corrects the other; only people can tell.
     *
     * @param first the file that came first
     * @param second the next one; files after it are not told
     * @param organisation the organisation, as rows write it
     * @param period the period, as rows write it
     */
    public record RepeatedDelivery(DeliverySource first, DeliverySource second, String organisation, String period) {}

    /**
     * Two files that hold the same delivery.
     *
     * @param first the name of the file that came first
     * @param second the name of the other
     */
    public record SameDelivery(String first, String second) {

        /**
         * Returns files that are the same to the byte.
         *
         * @param reports of the files, in their order
         * @return each file that was there before, with the first that it is the same as. Files without an accepted row
         *     count nothing and are ignored; those without a hash cannot be compared
         */
        public static List<SameDelivery> among(List<DeliveryReport> reports) {
            Map<String, String> names = new HashMap<>();
            List<SameDelivery> same = new ArrayList<>();
            for (DeliveryReport report : reports) {
                if (report.rowsAccepted() > 0 && report.sha256().isPresent()) {
                    Optional.ofNullable(names.putIfAbsent(report.sha256().get(), report.source()))
                            .ifPresent(first -> same.add(new SameDelivery(first, report.source())));
                }
            }
            return same;
        }
    }
}
