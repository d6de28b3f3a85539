package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.OwnTotal;
import nl.betekenisvolmeten.indicators.table.RejectedRows;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * Files to be read together, of one version of their format or of several: those of an earlier version are read as rows
 * of the newest one. Where no steps lead there, what the newest has and an earlier one does not is excluded. Files of
 * another form, or of none that is known, are checked only. The order of files makes no difference to what is handed
 * on.
 *
 * <p>Files are recognised when first asked for, and once. Immutable, and thread-safe as far as the listener is.
 */
public final class DeliverySet {

    private final Recognised recognised;
    private final List<DeliverySource> sources;
    private final Options options;

    private DeliverySet(Recognised recognised, List<DeliverySource> sources, Options options) {
        this.recognised = recognised;
        this.sources = sources;
        this.options = options;
    }

    /** What may be asked for; each is empty unless it is. */
    private record Options(
            Optional<FormatDefinition> target, Optional<ReportingContext> context, Consumer<DeliveryReport> listener) {

        static final Options NONE = new Options(Optional.empty(), Optional.empty(), report -> {});
    }

    /**
     * Returns a set.
     *
     * @param reader reads the files
     * @param sources the files
     * @return the set
     */
    public static DeliverySet of(DeliveryReader reader, List<DeliverySource> sources) {
        List<DeliverySource> copy = List.copyOf(sources);
        return new DeliverySet(new Recognised(reader, copy), copy, Options.NONE);
    }

    private DeliverySet with(Options newOptions) {
        return new DeliverySet(recognised, sources, newOptions);
    }

    /**
     * Returns a copy that applies agreements: {@link #read} only passes on rows that count, and rows of an organisation
     * that has a successor under the successor's name.
     *
     * @param agreed what was agreed
     * @return the set
     */
    public DeliverySet withContext(ReportingContext agreed) {
        return with(new Options(options.target(), Optional.of(agreed), options.listener()));
    }

    /**
     * Returns this set with all rows read as those of a version, along declared steps only: no column is excluded for
     * it. Files from whose version no steps lead there are {@link FileMapping.OtherForm}.
     *
     * @param version the version
     * @return the set
     */
    public DeliverySet withTarget(FormatDefinition version) {
        return with(new Options(Optional.of(version), options.context(), options.listener()));
    }

    /**
     * Returns this set with a listener that is called for each file when it was read.
     *
     * @param listener gets the report of each file, in turn
     * @return the set
     */
    public DeliverySet withListener(Consumer<DeliveryReport> listener) {
        return with(new Options(options.target(), options.context(), listener));
    }

    /**
     * Returns the files.
     *
     * @return in the order given
     */
    public List<DeliverySource> sources() {
        return sources;
    }

    /**
     * Returns the formats of the files.
     *
     * @return the format of each file that was recognised, in the order given
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<DeliverySource, FormatDefinition> formats() {
        return recognised.formats();
    }

    /**
     * Returns the newest format among the files, also where others cannot become it. Of different forms it is the last
     * by name.
     *
     * @return empty when no file was recognised
     * @throws IndicatorsException if a source cannot be read
     */
    public Optional<FormatDefinition> newest() {
        return recognised.newest();
    }

    /**
     * Returns the format that all rows are read as: the one asked for, or else the newest among the files that all
     * others can become, or else the newest.
     *
     * @return empty when none is asked for and no file was recognised
     * @throws IndicatorsException if a source cannot be read
     */
    public Optional<FormatDefinition> format() {
        return options.target().or(recognised::common);
    }

    /**
     * Returns how the rows of a file are mapped to those of the others.
     *
     * @param source one of the files
     * @return the mapping
     * @throws IllegalArgumentException if it is not in this set
     * @throws IndicatorsException if a source cannot be read
     */
    public FileMapping way(DeliverySource source) {
        if (!sources.contains(source)) {
            throw new IllegalArgumentException("not a file of this set: " + source.name());
        }
        return ways().apply(source);
    }

    private Function<DeliverySource, FileMapping> ways() {
        Optional<FormatDefinition> format = format();
        boolean narrowing = options.target().isEmpty();
        return source ->
                format.map(to -> recognised.way(source, to, narrowing)).orElseGet(FileMapping.NotRecognised::new);
    }

    /**
     * Returns the files that cannot be read together with the others.
     *
     * @return the files that are of another form, with the format of each; files that were not recognised are not among
     *     them
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<DeliverySource, FormatDefinition> otherForms() {
        return files().otherForms();
    }

    /**
     * Returns sets of one form each; files that were not recognised are a set of their own.
     *
     * @return the sets, in the order of their first files; each with the same context and listener, but with no version
     *     asked for
     * @throws IndicatorsException if a source cannot be read
     */
    public List<DeliverySet> byForm() {
        Map<String, List<DeliverySource>> groups = new LinkedHashMap<>();
        for (DeliverySource source : sources) {
            String name = Optional.ofNullable(formats().get(source))
                    .map(format -> Recognised.counted(format).id().name())
                    .orElse("");
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(source);
        }
        Options any = new Options(Optional.empty(), options.context(), options.listener());
        return groups.values().stream()
                .map(List::copyOf)
                .map(group -> new DeliverySet(recognised.of(group), group, any))
                .toList();
    }

    /**
     * Returns the indicators whose meaning differs between the version that rows are read as and an earlier version
     * among the files. This excludes indicators with codes that an earlier version divides differently in a declared
     * way, since the figures of its rows lie between bounds. It also excludes those of a version that is valid for the
     * same periods: a column that it lacks makes a figure incomplete only in the periods of its rows.
     *
     * @param sets the sets of indicators to check
     * @return the reason for each such indicator; empty for a single file
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<IndicatorId, DefinitionDiff.Comparability> notComparable(List<IndicatorSet> sets) {
        return format().map(to -> files().notComparable(to, sets)).orElseGet(TreeMap::new);
    }

    /**
     * Returns the measures that were of another kind in an earlier version among the files, so that no total of them
     * includes rows of both.
     *
     * @return when that version is valid, for each such measure; empty for a single file
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<ColumnName, Validity> otherMeasures() {
        return format().map(to -> files().otherMeasures(to)).orElseGet(TreeMap::new);
    }

    private SetFiles files() {
        return new SetFiles(recognised, sources, ways(), options.listener());
    }

    /**
     * Reads the files and passes on their good rows, as rows of {@link #format()}. A row that several files have, with
     * the same values, is passed on once ({@code BM-K21}). If two files contradict each other about a key, the taker
     * gets the first row and then a call of {@link RowTaker#refuse} ({@code BM-K20}), unless the ledger of the context
     * says which file counts. This takes about 30 bytes of memory for each row of several files, and nothing for a file
     * alone.
     *
     * @param taker takes the rows; gets none when no file was recognised
     * @return what was found
     * @throws IndicatorsException if a source cannot be read
     */
    public SetReport read(RowTaker taker) {
        Optional<FormatDefinition> format = format();
        if (format.isEmpty()) {
            return new SetReport(files().check(), List.of(), List.of(), Findings.none(), Optional.empty());
        }
        List<OwnTotal> totals = new ArrayList<>();
        List<Finding> found = files().readTotals(format.get(), rows -> merged(format.get(), rows, List.of()), total -> {
            totals.add(total.total());
            taker.acceptTotal(total.total());
        });
        return files().read(merged(format.get(), taker, totals)).with(found);
    }

    private MergedRows merged(FormatDefinition format, RowTaker taker, List<OwnTotal> totals) {
        Optional<AgreedRows> agreed = options.context().map(known -> new AgreedRows(known, format, taker));
        agreed.ifPresent(rows -> totals.forEach(rows::expect));
        return MergedRows.of(format, taker, agreed, sources.size());
    }

    /** Takes good rows as they are written in their file, with what they become. */
    @FunctionalInterface
    public interface RowTrace {

        /**
         * Accepts a row.
         *
         * @param file the file that has the row
         * @param row the row as it is written there
         * @param counted what it becomes in the format that all rows are read as
         */
        void accept(DeliverySource file, CheckedRow row, Observation counted);

        /**
         * Accepts rows with an error, which are in no total. Unless overridden, this ignores them.
         *
         * @param file the file that has the rows
         * @param rows what can be read of them, in the format that all rows are read as
         */
        default void acceptRejected(DeliverySource file, RejectedRows rows) {}

        /**
         * Accepts what is known about a delivery that should count but is missing. Unless overridden, this ignores it.
         *
         * @param rows the organisation and the period of the rows, in the format that all rows are read as
         */
        default void acceptAbsent(RejectedRows rows) {}

        /**
         * Accepts a row that may have been delivered by a predecessor. Unless overridden, this ignores who delivered
         * it.
         *
         * @param file the file that has the row
         * @param row the row as it is written there
         * @param counted what it becomes, under the name of the organisation whose series it is in
         * @param delivered the same under the name of the organisation that delivered it
         */
        default void accept(DeliverySource file, CheckedRow row, Observation counted, Observation delivered) {
            accept(file, row, counted);
        }

        /**
         * Notes a row about which two files disagree, as {@link RowTaker#refuse} does. Unless overridden, this does
         * nothing.
         *
         * @param counted one of the two rows, as it would count
         */
        default void refuse(Observation counted) {}

        /**
         * Accepts a total that an organisation counted itself, before the rows that it replaces. Unless overridden,
         * this ignores it.
         *
         * @param file the file that has the total
         * @param row the row as it is written there
         * @param total the total
         */
        default void acceptTotal(DeliverySource file, CheckedRow row, OwnTotal total) {}
    }

    /**
     * Reads the files as {@link #read} does, and passes on each row that counts as it is written in its file, with what
     * it becomes in {@link #format()}: for callers that must say where a figure comes from. A row of several files
     * comes from the first of them.
     *
     * @param trace takes the rows
     * @return what was found
     * @throws IndicatorsException if a source cannot be read
     */
    public SetReport trace(RowTrace trace) {
        TracedRows traced = new TracedRows(trace);
        return format().map(format -> trace(format, traced, trace))
                .orElseGet(
                        () -> new SetReport(files().check(), List.of(), List.of(), Findings.none(), Optional.empty()));
    }

    private SetReport trace(FormatDefinition format, TracedRows traced, RowTrace trace) {
        List<OwnTotal> totals = new ArrayList<>();
        List<Finding> found = files().readTotals(format, rows -> merged(format, rows, List.of()), total -> {
            totals.add(total.total());
            trace.acceptTotal(total.file(), total.row(), total.total());
        });
        return files().trace(merged(format, traced, totals), traced).with(found);
    }

    /**
     * Writes the good rows of all files as one delivery of a version. Of rows of one key in two files, that of the
     * first file is written: this alone depends on their order. Agreements play no part.
     *
     * @param version the version
     * @param persons what becomes of rows that may hold the same persons and become one
     * @param out gets a header and the rows; it is not closed
     * @return what was written and what was not
     * @throws IOException if it cannot be written
     * @throws IndicatorsException if a source cannot be read
     */
    public Conversion write(FormatDefinition version, MigrationPlan.Persons persons, RowWriter out) throws IOException {
        return withTarget(version).files().write(new RowsWriter(version, persons, out, sources.size() < 2));
    }

    /**
     * What came of writing files as one.
     *
     * @param files each of them, in the order given
     * @param written how many rows were written
     * @param excluded rows that were not written, as an earlier file has rows of their keys
     */
    public record Conversion(List<SetReport.FileRead> files, long written, List<Excluded> excluded) {

        public Conversion {
            files = List.copyOf(files);
            excluded = List.copyOf(excluded);
        }

        /**
         * Returns the reports of the files.
         *
         * @return one for each, in the order given; the rows that are accepted are those without an error; some of them
         *     may have become one
         */
        public List<DeliveryReport> reports() {
            return files.stream().map(SetReport.FileRead::report).toList();
        }
    }

    /**
     * Rows of keys that an earlier file has too.
     *
     * @param earlier the file whose rows were written
     * @param later the file whose rows were not
     * @param rows how many; positive
     */
    public record Excluded(DeliverySource earlier, DeliverySource later, long rows) {}
}
