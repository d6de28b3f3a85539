package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.ColumnMapping;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.carrier.Carriers;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawDelivery;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawTable;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RowReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;

/**
 * A delivery that was opened: where its rows are, what their format is, and the findings about both. Its rows
 * have not been read yet.
 */
public final class Opening {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");

    private final DeliverySource source;
    private final ReadOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private Location place;
    private Optional<RawDelivery> delivery = Optional.empty();
    private Optional<Layout> layout = Optional.empty();
    private Optional<FormatId> seen = Optional.empty();
    private Optional<Header> header = Optional.empty();

    private Opening(DeliverySource source, ReadOptions options) {
        this.source = source;
        this.options = options;
        place = Location.of(source.name());
    }

    /**
     * Opens a delivery.
     *
     * @throws IOException if the source cannot be read
     */
    public static Opening of(DeliverySource source, ReadOptions options) throws IOException {
        Opening opening = new Opening(source, options);
        try {
            opening.open();
        } catch (UnreadableException e) {
            opening.findings.addAll(unreadable(e, source, options.limits(), opening.place));
        }
        return opening;
    }

    private void open() throws IOException, UnreadableException {
        RawDelivery plain = opened();
        Optional<RawDelivery> mapped = options.path().mapping().flatMap(how -> MappedDelivery.of(plain, how));
        RawDelivery opened = mapped.orElse(plain);
        if (mapped.isEmpty()) {
            options.path().mapping().ifPresent(how -> findings.add(notMapped(how)));
        }
        Recognition recognition = mapped.flatMap(any -> options.path().mapping())
                .map(how -> options.recognition().of(how.format()))
                .orElse(options.recognition());
        Layout found = Layout.of(opened.tables(), recognition.formats());
        delivery = Optional.of(opened);
        layout = Optional.of(found);
        place = Location.of(found.source(source.name()));
        Optional<Header> recognised = recognition.recognise(found);
        Optional<Finding> split =
                recognised.filter(header -> header.missing().isEmpty()).isPresent()
                        ? Optional.empty()
                        : SplitHeader.find(found, recognition.formats(), place);
        if (split.isPresent()) {
            findings.add(split.get());
        } else if (recognised.isPresent()) {
            remark(opened.remarks());
            check(found, recognised.get());
        } else {
            findings.add(isBlank(found) ? noRows(place) : notKnown(found));
        }
    }

    /** Returns the finding about a mapping that is not for this file. */
    private Finding notMapped(ColumnMapping mapping) {
        String headers = mapping.columns().values().stream()
                .distinct()
                .map(PersonalData::refused)
                .collect(Collectors.joining(", "));
        return Finding.of(DeliveryCodes.NOT_MAPPED, Severity.WARNING, place, Map.of("columns", headers));
    }

    /**
     * Opens the delivery. Nested objects become columns of their own if that makes it a form of texts, such as stories.
     * An array in a numeric column makes the row invalid.
     */
    private RawDelivery opened() throws IOException, UnreadableException {
        RawDelivery opened =
                Carriers.open(source, options.limits(), options.path().hashed());
        return Carriers.unnested(opened, source, options.limits())
                .filter(this::isFormOfTexts)
                .orElse(opened);
    }

    private boolean isFormOfTexts(RawDelivery plain) {
        try {
            return options.recognition()
                    .recognise(Layout.of(plain.tables(), options.recognition().formats()))
                    .filter(found -> found.format().columns().stream()
                            .noneMatch(column -> column.rule().type().decimals().isPresent()))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the header and its format. */
    private void check(Layout found, Header recognised) throws IOException {
        FormatId id = recognised.format().id();
        seen = Optional.of(id);
        // what is wrong with the header of another version says nothing next to this
        Set<Period> outside = Recognition.outside(recognised, found);
        if (!outside.isEmpty()) {
            String periods = outside.stream().map(Period::code).collect(Collectors.joining(", "));
            findings.add(notRecognised(
                    "period", id + ": " + periods, options.recognition().holdingFor(recognised, outside)));
            return;
        }
        checkPlace(found, recognised);
        findings.addAll(recognised.findings(place, options.leniency()));
        header = Optional.of(recognised);
    }

    /** Reports rows that are not where they belong, what is hidden, and other sheets with rows. */
    private void checkPlace(Layout found, Header recognised) throws IOException {
        String sheet = found.placeName(source.name());
        long row = recognised.row().number();
        if (row > 1 || !isFirstVisible(found)) {
            findings.add(Finding.of(
                    DeliveryCodes.HEADER_BELOW,
                    Severity.WARNING,
                    place.withRow(row),
                    isSeparatorLine(found.above())
                            ? Map.of("row", Long.toString(row), "sheet", sheet, "reason", "separator")
                            : Map.of("row", Long.toString(row), "sheet", sheet)));
        }
        found.above().forEach(this::checkAbove);
        remark(found.table().remarks());
        recognised.row().remarks().forEach(remark -> findings.add(Remarks.finding(remark, place.withRow(row))));
        for (Layout other : found.others()) {
            if (options.recognition().recognise(other).isPresent()) {
                findings.add(Finding.of(
                        DeliveryCodes.OTHER_SHEET,
                        Severity.WARNING,
                        Location.of(other.sheetOf(source.name())),
                        Map.of("sheet", sheet, "other", other.placeName(source.name()))));
            }
        }
    }

    /** Returns whether no sheet that a person sees comes before the one with the rows. */
    private static boolean isFirstVisible(Layout found) {
        return found.others().stream()
                .map(Layout::table)
                .noneMatch(other -> other.position() < found.table().position()
                        && other.remarks().stream().noneMatch(remark -> remark.kind() == Remark.Kind.HIDDEN_SHEET));
    }

    /** Returns whether the rows above are the separator line that spreadsheets write. */
    private static boolean isSeparatorLine(List<RawRow> above) {
        return above.size() == 1
                && Blanks.visible(String.join("", above.get(0).cells()))
                        .toLowerCase(Locale.ROOT)
                        .startsWith("sep=");
    }

    /** Checks a row above the header: it is not read, but is sent with the file. */
    private void checkAbove(RawRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            Set<PersonalData.Kind> kinds = PersonalData.find(row.cells().get(i));
            if (!kinds.isEmpty()) {
                String column = Integer.toString(i + 1);
                findings.add(Header.personalData(
                        place.withRow(row.number()).withColumn(column),
                        column,
                        kinds,
                        row.cells().get(i)));
            }
        }
    }

    private void remark(List<Remark> remarks) {
        remarks.forEach(remark -> findings.add(Remarks.finding(remark, place)));
    }

    /** Returns whether the delivery contains nothing at all, rather than something else. */
    private static boolean isBlank(Layout found) throws IOException, UnreadableException {
        boolean blank = true;
        for (RawTable table : found.tables()) {
            try (RowReader rows = table.rows()) {
                blank = isBlank(rows) && blank;
            }
        }
        return blank;
    }

    private static boolean isBlank(RowReader rows) throws UnreadableException {
        boolean blank = true;
        Optional<RawRow> row = rows.next();
        while (row.isPresent() && (blank || row.get().number() < Layout.HEADER_ROWS)) {
            blank = blank && row.get().cells().stream().allMatch(Opening::isBlank);
            row = rows.next();
        }
        return blank;
    }

    /**
     * Returns whether rows contain nothing but blanks and separators; without a header, any character may be the
     * separator.
     */
    private static boolean isBlank(String cell) {
        return Blanks.isBlank(cell.replaceAll("[;,\t]", ""));
    }

    /**
     * Returns the finding about an unknown file. A file with none of the known columns is something else; one with some
     * of them is a form that does not fit. Either may be an export of another system that resembles one of the formats.
     */
    private Finding notKnown(Layout found) {
        List<String> cells = found.header().stream()
                .flatMap(header -> header.cells().stream())
                .filter(cell -> !Blanks.isBlank(cell))
                .toList();
        boolean foreign = known(cells) == 0;
        List<String> like = found.header().stream()
                .flatMap(any ->
                        HeaderProposals.nearest(cells, options.recognition().formats()).stream())
                .map(format -> format.id().toString())
                .toList();
        if (!foreign) {
            return notRecognised("format", knownFormats(), like);
        }
        if (looksLikeData(cells)) {
            return new Finding(
                    DeliveryCodes.FOREIGN,
                    Severity.ERROR,
                    place,
                    Map.of("details", knownFormats(), "reason", "no_header"),
                    like);
        }
        boolean together = cells.size() == 1 && known(List.of(cells.get(0).split("[^\\p{L}\\p{N}_]+"))) > 2;
        Map<String, String> arguments =
                together ? Map.of("details", knownFormats(), "reason", "one_cell") : Map.of("details", knownFormats());
        return new Finding(DeliveryCodes.FOREIGN, Severity.ERROR, place, arguments, like);
    }

    /** Returns whether the row that should contain the column names has numbers and codes instead. */
    private static boolean looksLikeData(List<String> cells) {
        return cells.size() > 2
                && cells.stream().anyMatch(cell -> NUMBER.matcher(cell).matches())
                && cells.stream()
                                        .filter(cell -> cell.codePoints().anyMatch(Character::isDigit))
                                        .count()
                                * 2
                        >= cells.size();
    }

    /** Returns how many of the names are column names in some format. */
    private long known(List<String> names) {
        Predicate<ColumnName> known = name -> options.recognition().formats().stream()
                .anyMatch(format -> format.columns().contains(name));
        return HeaderNames.of(names, known).stream()
                .filter(name -> name.filter(known).isPresent())
                .count();
    }

    private String knownFormats() {
        return options.recognition().formats().stream()
                .map(outline -> outline.id().toString())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Finding notRecognised(String reason, String details, List<String> suggestions) {
        return new Finding(
                DeliveryCodes.NOT_RECOGNISED,
                Severity.ERROR,
                place,
                Map.of("reason", reason, "details", details),
                suggestions);
    }

    static Finding noRows(Location place) {
        return Finding.of(DeliveryCodes.NO_ROWS, Severity.ERROR, place);
    }

    /** Returns the findings about a delivery that cannot be read, or not to its end. */
    static List<Finding> unreadable(UnreadableException e, DeliverySource source, ReadLimits limits, Location place) {
        List<Finding> findings = new ArrayList<>();
        findings.add(e.finding(source, limits, place));
        if (e.row().orElse(1) > 1) {
            findings.add(Finding.of(
                    DeliveryCodes.NOT_READ_FURTHER,
                    Severity.NOTE,
                    place,
                    Map.of("row", Long.toString(e.row().getAsLong() - 1))));
        }
        return findings;
    }

    /** Returns where the delivery comes from. */
    public DeliverySource source() {
        return source;
    }

    /** Returns the hash of its bytes; empty when it was not asked for, or the delivery cannot be read. */
    public Optional<String> sha256() {
        return delivery.flatMap(RawDelivery::sha256);
    }

    /**
     * Returns this opening, or one with the hash where that was not asked for.
     *
     * @throws IOException if the source cannot be read
     */
    public Opening withHash() throws IOException {
        return options.path().hashed()
                ? this
                : of(source, options.withPath(options.path().withHash(true)));
    }

    /** Returns the format that its header is of, also where that does not hold for the periods of its rows. */
    public Optional<FormatId> seen() {
        return seen;
    }

    /** Returns the format that its rows are read as; empty when they are not read. */
    public Optional<FormatDefinition> format() {
        return header.map(Header::format);
    }

    /** Returns whether its rows may name an earlier version that they were converted from. */
    public boolean mayBeConverted() {
        return header.filter(Header::mayBeConverted).isPresent();
    }

    /** Returns what was found so far. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    ReadOptions options() {
        return options;
    }

    Location place() {
        return place;
    }

    Optional<Header> header() {
        return header;
    }

    RawDelivery delivery() {
        return delivery.orElseThrow();
    }

    /** Returns whether there are rows at all, in any format. */
    boolean isReadable() {
        return layout.isPresent();
    }

    RawTable table() {
        return layout.orElseThrow().table();
    }
}
