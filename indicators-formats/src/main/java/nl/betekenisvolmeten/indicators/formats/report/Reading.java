package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.FileMapping;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Use;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedFile;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Reads the deliveries and keeps the rows that count, as they are in their own file. */
final class Reading {

    private final FigureMaker maker;
    private final RowTaker taker;
    private final int mostRows;
    private final List<CountedRow> rows = new ArrayList<>();
    private final List<UsedFile> files = new ArrayList<>();
    private final Set<FormatDefinition> formats = new TreeSet<>(Comparator.comparing(FormatDefinition::id));
    private final Map<DeliverySource, Long> rejectedCount = new HashMap<>();
    private final Map<DeliverySource, List<Long>> rejected = new HashMap<>();
    private long rowsCounted;
    private Optional<SetReport> report = Optional.empty();

    /**
     * Reads rows for a figure.
     *
     * @param taker passes rows on to the figure, perhaps with additional columns
     * @param mostRows the maximum number of rows to keep
     */
    Reading(FigureMaker maker, RowTaker taker, int mostRows) {
        this.maker = maker;
        this.taker = taker;
        this.mostRows = mostRows;
    }

    /** Reads all files as rows of a format. */
    void read(DeliverySet set, FormatDefinition target) {
        Map<DeliverySource, FormatDefinition> written = set.formats();
        Map<DeliverySource, Long> counted = new HashMap<>();
        SetReport read = set.trace(new DeliverySet.RowTrace() {
            @Override
            public void accept(DeliverySource source, CheckedRow row, Observation own) {
                accept(source, row, own, own);
            }

            @Override
            public void accept(DeliverySource source, CheckedRow row, Observation own, Observation delivered) {
                taker.accept(own, delivered);
                if (take(source, Objects.requireNonNull(written.get(source)), row, maker.counted())) {
                    counted.merge(source, 1L, Long::sum);
                }
            }

            @Override
            public void acceptTotal(DeliverySource source, CheckedRow row, OwnTotal total) {
                taker.acceptTotal(total);
                if (take(source, Objects.requireNonNull(written.get(source)), row, maker.counted())) {
                    counted.merge(source, 1L, Long::sum);
                }
            }

            @Override
            public void acceptRejected(DeliverySource source, RejectedRows rows) {
                reject(source, rows);
            }

            @Override
            public void acceptAbsent(RejectedRows rows) {
                taker.acceptRejected(rows);
            }

            @Override
            public void refuse(Observation own) {
                taker.refuse(own);
            }
        });
        read.context().ifPresent(maker::agreed);
        report = Optional.of(read);
        for (SetReport.FileRead file : read.files()) {
            if (file.way().isRead()) {
                file.way().written().ifPresent(formats::add);
                formats.add(target);
            }
            files.add(new UsedFile(
                    file.report(),
                    use(file.way()),
                    counted.getOrDefault(file.source(), 0L),
                    rejectedCount.getOrDefault(file.source(), 0L),
                    rejected.getOrDefault(file.source(), List.of())));
        }
    }

    private void reject(DeliverySource source, RejectedRows rows) {
        taker.acceptRejected(rows);
        if (maker.mayCount()) {
            rejectedCount.merge(source, rows.rows(), Long::sum);
            List<Long> numbers = rejected.computeIfAbsent(source, any -> new ArrayList<>());
            if (numbers.size() < mostRows) {
                rows.number().ifPresent(numbers::add);
            }
        }
    }

    private static Use use(FileMapping way) {
        if (way instanceof FileMapping.NotRecognised) {
            return Use.NOT_RECOGNISED;
        }
        if (way instanceof FileMapping.OtherForm) {
            return Use.OTHER_FORMAT;
        }
        if (way instanceof FileMapping.OwnTotals) {
            return Use.OWN_TOTALS;
        }
        return way instanceof FileMapping.AsIs ? Use.READ : Use.CARRIED_OVER;
    }

    /** Accepts a row of a file with the numbers that it adds; returns whether it counts. */
    private boolean take(DeliverySource source, FormatDefinition format, CheckedRow row, Map<Role, CellValue> numbers) {
        if (numbers.isEmpty()) {
            return false;
        }
        rowsCounted++;
        if (rows.size() < mostRows) {
            Map<ColumnName, String> texts = texts(row, format);
            String file = PersonalData.mask(source.name());
            rows.add(new CountedRow(file, row.number(), key(texts, format), texts, numbers));
        }
        return true;
    }

    private static Map<ColumnName, String> key(Map<ColumnName, String> texts, FormatDefinition format) {
        Map<ColumnName, String> key = new LinkedHashMap<>();
        format.key()
                .map(Rule::columns)
                .orElse(List.of())
                .forEach(column -> key.put(column, texts.getOrDefault(column, "")));
        return key;
    }

    /** Returns the texts that are filled in; personal data in free text are masked. */
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

    /** Returns the report on the files. */
    SetReport report() {
        return report.orElseThrow();
    }

    List<UsedFile> files() {
        return files;
    }

    /** Returns the formats of the files, and the format that they were read as. */
    Set<FormatDefinition> formats() {
        return formats;
    }
}
