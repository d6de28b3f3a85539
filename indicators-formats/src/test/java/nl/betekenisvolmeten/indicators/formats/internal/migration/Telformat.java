package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Rows of the versions of the telformat, and their conversion. */
final class Telformat {

    static final FormatDefinition V2025_1 = version("2025.1");
    static final FormatDefinition V2025_2 = version("2025.2");
    static final FormatDefinition V2026_1 = version("2026.1");

    private Telformat() {}

    private static FormatDefinition version(String version) {
        return Definitions.bundled().formats().get(FormatId.of("telformat-gebiedsgericht", version));
    }

    /** What a conversion gave. */
    record Result(FormatDefinition format, List<CheckedRow> rows, List<Finding> findings) {

        List<String> codes() {
            return findings.stream().map(finding -> finding.code().value()).toList();
        }

        String cell(int row, String column) {
            return rows.get(row)
                    .texts()
                    .get(format.ruleSet().index(ColumnName.of(column)).orElseThrow());
        }

        /** The reasons of the findings of a code, each with its column. */
        List<String> reasons(String code) {
            return findings.stream()
                    .filter(finding -> finding.code().value().equals(code))
                    .map(finding -> finding.arguments().get("column") + " "
                            + finding.arguments().get("reason"))
                    .toList();
        }

        Finding finding(String code) {
            return findings.stream()
                    .filter(finding -> finding.code().value().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A row of canonical texts; what is not given is as in any row. */
    static CheckedRow row(FormatDefinition format, long number, String... cells) {
        Map<String, String> texts = new TreeMap<>(Map.ofEntries(
                Map.entry("organisatie", "91000011"),
                Map.entry("stadsdeel", "Centrum"),
                Map.entry("wijk", format == V2025_1 ? "Archipelbuurt" : "WK051805"),
                Map.entry("periode", format == V2025_1 ? "2025KW03" : format == V2025_2 ? "2025KW04" : "2026KW01"),
                Map.entry("ambitie", "1"),
                Map.entry("activiteitsoort", "TAAL"),
                Map.entry("activiteit", "Taalcafé"),
                Map.entry("doelgroep", "ALLEN"),
                Map.entry("leeftijdsgroep", "50-66"),
                Map.entry("bijeenkomsten", "4"),
                Map.entry("bezoeken", "40"),
                Map.entry("deelnemers", "40"),
                Map.entry("unieke_deelnemers", "10"),
                Map.entry("vrijwilligers", "2"),
                Map.entry("vrijwilligersuren", format == V2025_1 ? "12" : "12,5"),
                Map.entry("doorverwijzingen", "0")));
        for (int i = 0; i < cells.length; i += 2) {
            texts.put(cells[i], cells[i + 1]);
        }
        return CheckedRow.of(
                format.ruleSet(),
                number,
                format.columns().stream()
                        .map(column -> texts.getOrDefault(column.name().value(), ""))
                        .toList());
    }

    static Result convert(FormatDefinition from, FormatDefinition to, CheckedRow... rows) {
        return convert(from, to, MigrationPlan.Persons.REFUSE, Arrays.asList(rows));
    }

    static Result convert(
            FormatDefinition from, FormatDefinition to, MigrationPlan.Persons persons, List<CheckedRow> rows) {
        List<CheckedRow> converted = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        MigrationRun run = MigrationRun.toRows(
                MigrationPlan.between(from, to).orElseThrow(),
                Location.of("rows"),
                persons,
                findings::add,
                converted::add);
        rows.forEach(run);
        run.finish();
        return new Result(to, converted, findings);
    }
}
