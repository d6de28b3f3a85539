package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger.Subject;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** Rows of deliveries that are corrected or correct: held until all are there, then laid over each other. */
final class HeldRows {

    private final TableStructure structure;
    private final List<ColumnName> key;
    private final Map<Subject, TreeMap<Long, CountTable.Builder>> held = new TreeMap<>();

    HeldRows(FormatDefinition format) {
        structure = format.ruleSet().structure();
        key = format.key()
                .map(rule -> rule.columns().stream()
                        .filter(column -> structure.dimensionIndex(column).isPresent())
                        .toList())
                .orElseGet(() ->
                        structure.dimensions().stream().map(Dimension::name).toList());
    }

    void add(Subject subject, long number, Observation row) {
        held.computeIfAbsent(subject, any -> new TreeMap<>())
                .computeIfAbsent(number, any -> CountTable.builder(structure))
                .accept(row);
    }

    /** Passes on the rows that remain for each subject, and returns findings about what was corrected. */
    List<Finding> handOn(RowTaker to) {
        List<Finding> findings = new ArrayList<>();
        held.forEach((subject, versions) -> {
            CountTable rows = CountTable.builder(structure).build();
            boolean first = true;
            for (Map.Entry<Long, CountTable.Builder> version : versions.entrySet()) {
                CountTable own = version.getValue().build();
                rows = corrected(rows, own, key);
                if (!first) {
                    findings.add(ContextCodes.CORRECTED.finding(Map.of(
                            "organisation", subject.reporter().value(),
                            "period", subject.period().code(),
                            "number", Long.toString(version.getKey()),
                            "count", Long.toString(own.size()))));
                }
                first = false;
            }
            rows.observations().forEach(to);
        });
        return findings;
    }

    /**
     * Returns rows with corrections: rows of a key take the place of those that were there under it. Rows that were carried over
     * from an earlier version of a format may have one key together.
     */
    static CountTable corrected(CountTable base, CountTable corrections, List<ColumnName> key) {
        TableStructure structure = base.structure();
        structure.checkSame(corrections);
        int[] places = key.stream().mapToInt(structure::requiredDimension).toArray();
        Map<List<String>, List<Observation>> rows = byKey(base, places);
        rows.putAll(byKey(corrections, places));
        CountTable.Builder builder = CountTable.builder(structure);
        rows.values().forEach(ofKey -> ofKey.forEach(builder));
        return builder.build();
    }

    private static Map<List<String>, List<Observation>> byKey(CountTable table, int[] places) {
        return table.observations()
                .collect(Collectors.groupingBy(
                        row -> IntStream.of(places).mapToObj(row::code).toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
