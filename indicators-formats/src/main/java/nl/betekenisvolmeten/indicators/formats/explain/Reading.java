package nl.betekenisvolmeten.indicators.formats.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.finding.FindingCollector;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.explain.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.explain.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.explain.Explanation.Use;
import nl.betekenisvolmeten.indicators.formats.explain.Explanation.UsedFile;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.migration.MigrationRun;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Reads the deliveries and keeps the rows that count, as they stand in their own file. */
final class Reading {

    private final DeliveryReader reader;
    private final FormatDefinition target;
    private final FigureMaker maker;
    private final int mostRows;
    private final List<CountedRow> rows = new ArrayList<>();
    private final List<UsedFile> files = new ArrayList<>();
    private final Set<FormatDefinition> formats = new TreeSet<>(Comparator.comparing(FormatDefinition::id));
    private long rowsCounted;

    Reading(DeliveryReader reader, FormatDefinition target, FigureMaker maker, int mostRows) {
        this.reader = reader;
        this.target = target;
        this.maker = maker;
        this.mostRows = mostRows;
    }

    void read(DeliverySource source, Optional<FormatDefinition> format) {
        Optional<MigrationPlan> plan = format.flatMap(own -> MigrationPlan.between(own, target));
        if (plan.isEmpty()) {
            Use use = format.isEmpty() ? Use.NOT_RECOGNISED : Use.OTHER_FORMAT;
            files.add(new UsedFile(reader.validate(source), use, 0));
            return;
        }
        boolean same = plan.get().source().id().equals(target.id());
        formats.add(plan.get().source());
        formats.add(target);
        long before = rowsCounted;
        DeliveryReport report = read(source, plan.get());
        files.add(new UsedFile(report, same ? Use.READ : Use.CARRIED_OVER, rowsCounted - before));
    }

    private DeliveryReport read(DeliverySource source, MigrationPlan plan) {
        FindingCollector found = FindingCollector.withDefaults();
        OneRow rowTaker = new OneRow(PersonalData.mask(source.name()), plan.source());
        MigrationRun run = plan.toObservations(Location.of(source.name()), found::add, rowTaker::counted);
        DeliveryReport report = reader.readRows(source, format -> row -> {
            rowTaker.row = Optional.of(row);
            run.accept(row);
        });
        run.finish();
        Findings carried = found.toFindings();
        FindingCollector all = FindingCollector.of(
                report.findings().kept().size() + carried.kept().size());
        all.combine(report.findings());
        all.combine(carried);
        return new DeliveryReport(
                report.source(), report.sha256(), report.format(), report.rows(), run.rowsHandedOn(), all.toFindings());
    }

    /** The row that is being carried over: what comes of it comes at once. */
    private final class OneRow {
        private final String file;
        private final FormatDefinition format;
        private Optional<CheckedRow> row = Optional.empty();

        OneRow(String file, FormatDefinition format) {
            this.file = file;
            this.format = format;
        }

        void counted(Observation observation) {
            maker.accept(observation);
            Map<Role, CellValue> counted = maker.counted(observation);
            if (!counted.isEmpty()) {
                rowsCounted++;
                if (rows.size() < mostRows) {
                    row.ifPresent(one -> {
                        Map<ColumnName, String> texts = texts(one, format);
                        rows.add(new CountedRow(file, one.number(), key(texts, format), texts, counted));
                    });
                }
            }
        }
    }

    private static Map<ColumnName, String> key(Map<ColumnName, String> texts, FormatDefinition format) {
        Map<ColumnName, String> key = new LinkedHashMap<>();
        format.ruleSet().rules().stream()
                .filter(Rule.UniqueKey.class::isInstance)
                .findFirst()
                .map(Rule::columns)
                .orElse(List.of())
                .forEach(column -> key.put(column, texts.getOrDefault(column, "")));
        return key;
    }

    /** What is filled in; what people wrote in their own words is masked. */
    private static Map<ColumnName, String> texts(CheckedRow row, FormatDefinition format) {
        Map<ColumnName, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < format.columns().size(); i++) {
            Column column = format.columns().get(i);
            String text = row.texts().get(i);
            if (!text.isEmpty()) {
                boolean free = column.rule().type() instanceof ColumnType.Text;
                texts.put(column.name(), free ? PersonalData.mask(text) : text);
            }
        }
        return texts;
    }

    List<CountedRow> rows() {
        return rows;
    }

    long rowsCounted() {
        return rowsCounted;
    }

    List<UsedFile> files() {
        return files;
    }

    /** The formats of the files that were read, and the one that they were read as. */
    Set<FormatDefinition> formats() {
        return formats;
    }
}
