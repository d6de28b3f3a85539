package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.FileMapping;
import nl.betekenisvolmeten.indicators.formats.delivery.FileRead;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.CountedRow;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Role;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.Use;
import nl.betekenisvolmeten.indicators.formats.report.Explanation.UsedFile;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** Reads the deliveries and keeps the rows that count, as they stand in their own file. */
final class Reading {

    private final FigureMaker maker;
    private final int mostRows;
    private final List<CountedRow> rows = new ArrayList<>();
    private final List<UsedFile> files = new ArrayList<>();
    private final Set<FormatDefinition> formats = new TreeSet<>(Comparator.comparing(FormatDefinition::id));
    private long rowsCounted;

    Reading(FigureMaker maker, int mostRows) {
        this.maker = maker;
        this.mostRows = mostRows;
    }

    /** Reads all files as rows of a format. */
    void read(DeliverySet set, FormatDefinition target) {
        List<OneFile> read = new ArrayList<>();
        List<FileRead> all = set.trace((source, format) -> {
            formats.add(format);
            formats.add(target);
            read.add(new OneFile(PersonalData.mask(source.name()), format));
            return read.get(read.size() - 1);
        });
        Iterator<OneFile> counts = read.iterator();
        for (FileRead file : all) {
            long counted = file.way().isRead() ? counts.next().counted : 0;
            files.add(new UsedFile(file.report(), use(file.way()), counted));
        }
    }

    private static Use use(FileMapping way) {
        if (way instanceof FileMapping.NotRecognised) {
            return Use.NOT_RECOGNISED;
        }
        if (way instanceof FileMapping.OtherForm) {
            return Use.OTHER_FORMAT;
        }
        return way instanceof FileMapping.AsIs ? Use.READ : Use.CARRIED_OVER;
    }

    /** Takes the rows of a file, each with what it becomes. */
    private final class OneFile implements BiConsumer<CheckedRow, Observation> {
        private final String file;
        private final FormatDefinition format;
        private long counted;

        OneFile(String file, FormatDefinition format) {
            this.file = file;
            this.format = format;
        }

        @Override
        public void accept(CheckedRow row, Observation observation) {
            maker.accept(observation);
            Map<Role, CellValue> numbers = maker.counted(observation);
            if (numbers.isEmpty()) {
                return;
            }
            counted++;
            rowsCounted++;
            if (rows.size() < mostRows) {
                Map<ColumnName, String> texts = texts(row, format);
                rows.add(new CountedRow(file, row.number(), key(texts, format), texts, numbers));
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
