package nl.betekenisvolmeten.indicators.formats.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ColumnGuess;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.ForeignRows;
import nl.betekenisvolmeten.indicators.formats.internal.delivery.HeaderProposals;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * A description of an unknown file, guessed from its headers and its first rows: a possible definition, and a possible
 * mapping to the known format that it resembles most. A person must check both.
 *
 * @param source the name of the file
 * @param columns its columns, in order
 * @param mapping the mapping to the format that it resembles most, guessed from names and values; empty if it resembles
 *     none
 * @param missing the required columns of that format for which no column was found
 */
public record FileDescription(
        String source, List<Described> columns, Optional<ColumnMapping> mapping, List<ColumnName> missing) {

    /** Share of rows in which a day must be filled to be the period; a total has none. */
    private static final double MOSTLY = 0.8;

    public FileDescription {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }

    /**
     * A column of a file.
     *
     * @param header its name in the file
     * @param name its name as a valid name of a format's column
     * @param type its probable type
     * @param filled the share of rows in which it is filled, from 0 to 1
     * @param like the column of a known format with a similar name; empty if there is none
     */
    public record Described(String header, ColumnName name, ColumnType type, double filled, Optional<Column> like) {

        /**
         * Returns the word for its probable type in definition files.
         *
         * @return such as {@code COUNT}
         */
        public String kind() {
            return Column.kind(type);
        }
    }

    /**
     * Returns the id of the possible definition.
     *
     * @return the name of the file in lower-case letters, digits and hyphens
     */
    public String id() {
        String file = source.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        String plain =
                file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-$", "");
        return plain.isEmpty() ? "eigen" : plain;
    }

    /**
     * Describes a file by its first 5,000 rows.
     *
     * @param source the file
     * @param definitions the definitions with the formats that it may resemble
     * @return the description, or why the file cannot be read
     * @throws IndicatorsException if the source cannot be read
     */
    public static Checked<FileDescription> of(DeliverySource source, Definitions definitions) {
        return of(
                source,
                rows -> of(
                        source.name(),
                        rows,
                        definitions,
                        HeaderProposals.nearest(rows.headers(), definitions.outlines())
                                .map(outline -> definitions.formats().get(outline.id()))));
    }

    /**
     * Describes a file that is to be delivered in a given format: the mapping is to that one.
     *
     * @param source the file
     * @param definitions the definitions with the areas of its columns
     * @param target the format
     * @return the description, or why the file cannot be read
     * @throws IndicatorsException if the source cannot be read
     */
    public static Checked<FileDescription> of(DeliverySource source, Definitions definitions, FormatDefinition target) {
        return of(source, rows -> of(source.name(), rows, definitions, Optional.of(target)));
    }

    private static Checked<FileDescription> of(DeliverySource source, Function<ForeignRows, FileDescription> describe) {
        try {
            return Checked.of(describe.apply(ForeignRows.of(source, ReadLimits.withDefaults())), Findings.none());
        } catch (UnreadableException e) {
            return Checked.none(Findings.of(ForeignRows.findings(e, source)));
        } catch (IOException | UncheckedIOException e) {
            throw new IndicatorsException("cannot read " + source.name(), e);
        }
    }

    private static FileDescription of(
            String source, ForeignRows rows, Definitions definitions, Optional<FormatDefinition> nearest) {
        Map<ColumnName, String> own =
                nearest.map(format -> proposals(rows, format)).orElse(Map.of());
        Map<String, Column> like = new LinkedHashMap<>();
        own.forEach((name, header) ->
                like.putIfAbsent(header, nearest.orElseThrow().column(name).orElseThrow()));
        List<Described> columns = new ArrayList<>();
        Set<ColumnName> names = new LinkedHashSet<>();
        for (int i = 0; i < rows.headers().size(); i++) {
            String header = rows.headers().get(i);
            ColumnName name = name(header, i, names);
            List<String> values = rows.values(i);
            ColumnType type = ColumnGuess.of(
                    name.value(),
                    values,
                    Optional.ofNullable(like.get(header)).stream().toList(),
                    definitions);
            double filled = rows.count() == 0 ? 0 : (double) values.size() / rows.count();
            columns.add(new Described(header, name, type, filled, Optional.ofNullable(like.get(header))));
        }
        return new FileDescription(
                source,
                withPeriod(columns),
                nearest.map(format -> mapping(format, own, rows)),
                nearest.map(format -> missing(format, own.keySet())).orElse(List.of()));
    }

    /** Returns the columns, the first day as the month that it lies in if there is no other period. */
    private static List<Described> withPeriod(List<Described> columns) {
        if (columns.stream().noneMatch(column -> column.type() instanceof ColumnType.Time)) {
            for (int i = 0; i < columns.size(); i++) {
                Described column = columns.get(i);
                if (column.type() instanceof ColumnType.Day && column.filled() >= MOSTLY) {
                    ColumnType month = new ColumnType.Time(PeriodKind.MONTH, Validity.always(), Period.Notation.DAY);
                    columns.set(
                            i, new Described(column.header(), column.name(), month, column.filled(), column.like()));
                    break;
                }
            }
        }
        return columns;
    }

    /** Returns a valid column name that no earlier column has. */
    private static ColumnName name(String header, int place, Set<ColumnName> taken) {
        ColumnName name = PersonalData.refused(header).equals(header)
                ? HeaderProposals.name(header).orElse(ColumnName.of("kolom_" + (place + 1)))
                : ColumnName.of("kolom_" + (place + 1));
        ColumnName free = taken.contains(name) ? ColumnName.of(name + "_" + (place + 1)) : name;
        taken.add(free);
        return free;
    }

    /**
     * Returns the header that was probably meant for each column, by its name. A column without one may be read from a
     * header whose values it allows: an organisation, an area or a period is rarely anything else.
     */
    private static Map<ColumnName, String> proposals(ForeignRows rows, FormatDefinition format) {
        List<String> headers = rows.headers();
        Map<ColumnName, String> found = new LinkedHashMap<>(HeaderProposals.of(
                headers, format.columns().stream().map(Column::name).toList()));
        for (Column column : format.columns()) {
            ColumnType type = column.rule().type();
            boolean telling = type instanceof ColumnType.Kvk
                    || type instanceof ColumnType.Place
                    || type instanceof ColumnType.Time;
            if (telling && column.rule().required() && !found.containsKey(column.name())) {
                IntStream.range(0, headers.size())
                        .filter(i -> !rows.values(i).isEmpty() && ColumnGuess.fits(type, rows.values(i)))
                        .mapToObj(headers::get)
                        .findFirst()
                        .ifPresent(header -> found.put(column.name(), header));
            }
        }
        return found;
    }

    private static List<ColumnName> missing(FormatDefinition format, Collection<ColumnName> found) {
        return format.columns().stream()
                .filter(column -> column.rule().required() && !found.contains(column.name()))
                .map(Column::name)
                .toList();
    }

    private static ColumnMapping mapping(FormatDefinition format, Map<ColumnName, String> own, ForeignRows rows) {
        Map<ColumnName, Map<String, String>> codes = new TreeMap<>();
        own.forEach((name, header) -> {
            Map<String, String> values = codes(
                    format.column(name).orElseThrow().rule().type(),
                    rows.values(rows.headers().indexOf(header)));
            if (!values.isEmpty()) {
                codes.put(name, values);
            }
        });
        return new ColumnMapping(format.id(), own, codes, Map.of());
    }

    /** Returns the codes that unknown values probably mean. One with other numbers, such as other ages, is not meant. */
    private static Map<String, String> codes(ColumnType type, List<String> values) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (type instanceof ColumnType.Code || type instanceof ColumnType.Place) {
            for (String value : new LinkedHashSet<>(values)) {
                if (type.read(value) instanceof CellResult.Failure failure) {
                    failure.suggestions().stream()
                            .limit(1)
                            .map(near -> near.replaceFirst(" \\(.*\\)$", ""))
                            .filter(near -> type.read(near).isAgreed())
                            .filter(near ->
                                    digits(value).isEmpty() || digits(near).equals(digits(value)))
                            .forEach(near -> codes.put(value, near));
                }
            }
        }
        return codes;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
