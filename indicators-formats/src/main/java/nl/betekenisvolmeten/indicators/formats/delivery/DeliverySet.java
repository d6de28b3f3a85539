package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.IndicatorComparability;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.table.Observation;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * Files to be read together, of one version of their format or of several: those of an earlier version are read as rows of
 * the newest one. Where no steps lead there, what the newest has and an earlier one does not is left out. Files of another
 * form, or of none that is known, are checked only. The order of files makes no difference to what is handed on.
 *
 * <p>Files are recognised when first asked for, and once. Immutable, and thread-safe as far as the listener is.
 */
public final class DeliverySet {

    private final DeliveryReader reader;
    private final List<DeliverySource> sources;
    private final Recognised recognised;
    private final Optional<FormatDefinition> target;
    private final Optional<ReportingContext> context;
    private final Consumer<DeliveryReport> listener;

    private DeliverySet(
            DeliveryReader reader,
            Recognised recognised,
            List<DeliverySource> sources,
            Optional<FormatDefinition> target,
            Optional<ReportingContext> context,
            Consumer<DeliveryReport> listener) {
        this.reader = reader;
        this.recognised = recognised;
        this.sources = sources;
        this.target = target;
        this.context = context;
        this.listener = listener;
    }

    /**
     * A set.
     *
     * @param reader reads the files
     * @param sources the files
     * @return the set
     */
    public static DeliverySet of(DeliveryReader reader, List<DeliverySource> sources) {
        List<DeliverySource> copy = List.copyOf(sources);
        return new DeliverySet(
                reader, new Recognised(reader, copy), copy, Optional.empty(), Optional.empty(), report -> {});
    }

    /**
     * This set, in the light of what was agreed: only rows that count are handed on by {@link #read} and
     * {@link #readInto}, those of an organisation that was succeeded under the name of its successor.
     *
     * @param agreed what was agreed
     * @return the set
     */
    public DeliverySet withContext(ReportingContext agreed) {
        return new DeliverySet(reader, recognised, sources, target, Optional.of(agreed), listener);
    }

    /**
     * This set with all rows read as those of a version, along declared steps only: no column is left out for it. Files
     * from whose version no steps lead there are {@link FileMapping.OtherForm}.
     *
     * @param version the version
     * @return the set
     */
    public DeliverySet withTarget(FormatDefinition version) {
        return new DeliverySet(reader, recognised, sources, Optional.of(version), context, listener);
    }

    /**
     * This set with someone who is told of each file when it was read.
     *
     * @param newListener gets the report of the check of each file, in turn
     * @return the set
     */
    public DeliverySet withListener(Consumer<DeliveryReport> newListener) {
        return new DeliverySet(reader, recognised, sources, target, context, newListener);
    }

    /**
     * The files.
     *
     * @return in the order given
     */
    public List<DeliverySource> sources() {
        return sources;
    }

    /**
     * The formats of the files.
     *
     * @return of each file that was recognised its format, in the order given
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<DeliverySource, FormatDefinition> formats() {
        return recognised.formats();
    }

    /**
     * The newest format among the files, also where others cannot become it. Of different forms it is the last by name.
     *
     * @return empty when no file was recognised
     * @throws IndicatorsException if a source cannot be read
     */
    public Optional<FormatDefinition> newest() {
        return recognised.newest();
    }

    /**
     * The format that all rows are read as: the one asked for, or else the newest among the files that all others can
     * become, or else the newest.
     *
     * @return empty when none is asked for and no file was recognised
     * @throws IndicatorsException if a source cannot be read
     */
    public Optional<FormatDefinition> format() {
        return target.isPresent() ? target : recognised.common();
    }

    /**
     * How the rows of a file get among those of the others.
     *
     * @param source one of the files
     * @return the way
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
        boolean narrowing = target.isEmpty();
        return source ->
                format.map(to -> recognised.way(source, to, narrowing)).orElseGet(FileMapping.NotRecognised::new);
    }

    /**
     * Files that cannot be read together with the others.
     *
     * @return the files that are of another form, with the format of each; files that were not recognised are not among
     *     them
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<DeliverySource, FormatDefinition> otherForms() {
        Map<DeliverySource, FormatDefinition> others = new LinkedHashMap<>();
        if (isAlone()) {
            return others;
        }
        Function<DeliverySource, FileMapping> ways = ways();
        sources.forEach(source -> {
            if (ways.apply(source) instanceof FileMapping.OtherForm other) {
                others.put(source, other.format());
            }
        });
        return others;
    }

    /**
     * Sets of one form each; files that were not recognised are a set of their own.
     *
     * @return the sets, in the order of their first files; each for what was agreed and who listens, but with no version
     *     asked for
     * @throws IndicatorsException if a source cannot be read
     */
    public List<DeliverySet> byForm() {
        Map<String, List<DeliverySource>> groups = new LinkedHashMap<>();
        for (DeliverySource source : sources) {
            String name = Optional.ofNullable(formats().get(source))
                    .map(format -> format.id().name())
                    .orElse("");
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(source);
        }
        return groups.values().stream()
                .map(List::copyOf)
                .map(group -> new DeliverySet(reader, recognised.of(group), group, Optional.empty(), context, listener))
                .toList();
    }

    /**
     * The indicators that do not mean the same in the version that rows are read as and in an earlier one among the files.
     *
     * @param sets the indicators to judge
     * @return of each such indicator why; none for a file alone
     * @throws IndicatorsException if a source cannot be read
     */
    public Map<IndicatorId, IndicatorComparability> notComparable(List<IndicatorSet> sets) {
        Map<IndicatorId, IndicatorComparability> not = new TreeMap<>();
        if (isAlone()) {
            return not;
        }
        Function<DeliverySource, FileMapping> ways = ways();
        Set<FormatDefinition> others = new LinkedHashSet<>();
        sources.stream()
                .map(ways)
                .filter(way -> way instanceof FileMapping.CarriedOver || way instanceof FileMapping.Narrowed)
                .forEach(way -> way.written().ifPresent(others::add));
        for (FormatDefinition one : others) {
            DefinitionDiff.between(one, format().orElseThrow(), sets).indicators().stream()
                    .filter(judged -> judged.verdict() == IndicatorComparability.Verdict.NOT_COMPARABLE)
                    .forEach(judged -> not.putIfAbsent(judged.indicator(), judged));
        }
        return not;
    }

    /** One file is of its own version, so that need not be looked at before it is read. */
    private boolean isAlone() {
        return sources.size() < 2 && target.isEmpty();
    }

    /**
     * Reads the files and hands on their good rows, as rows of {@link #format()}.
     *
     * @param consumer takes the rows; one that takes many at a time gets those of that version so, which is faster
     * @return what was found
     * @throws IndicatorsException if a source cannot be read
     */
    public SetReport readInto(RowTaker consumer) {
        return read(format -> consumer);
    }

    /**
     * Reads the files and hands on their good rows, all to one taker.
     *
     * @param consumers asked for it once, with the format that all rows are read as; not when no file is of any
     * @return what was found
     * @throws IndicatorsException if a source cannot be read
     */
    public SetReport read(Function<FormatDefinition, RowTaker> consumers) {
        MergedRows intake = new MergedRows(consumers, context);
        return isAlone() ? files().readAlone(intake) : files().read(intake, ways());
    }

    private SetFiles files() {
        return new SetFiles(reader, sources, listener);
    }

    /**
     * Reads the files and hands on each good row as it stands in its file, beside what it becomes in {@link #format()}:
     * for who must say where a figure comes from. What was agreed is not looked at, and neither are overlaps.
     *
     * @param takers asked once for each file that is read, with the format that it is written in, for who takes its rows
     * @return the files, in the order given
     * @throws IndicatorsException if a source cannot be read
     */
    public List<FileRead> trace(
            BiFunction<DeliverySource, FormatDefinition, BiConsumer<CheckedRow, Observation>> takers) {
        return files().trace(takers, ways());
    }

    /**
     * Writes the good rows of all files as one delivery of a version. Of rows of one key in two files, that of the first
     * file is written: this alone depends on their order. What was agreed is not looked at.
     *
     * @param version the version
     * @param persons what becomes of rows that may hold the same persons and become one
     * @param out gets a header and the rows; it is not closed
     * @return what was written and what was not
     * @throws IOException if it cannot be written
     * @throws IndicatorsException if a source cannot be read
     */
    public SetConversion write(FormatDefinition version, PersonsMerge persons, RowWriter out) throws IOException {
        RowsWriter rows = new RowsWriter(reader, version, persons, out, sources.size() < 2);
        return files().write(rows, withTarget(version).ways());
    }
}
