package nl.betekenisvolmeten.indicators.formats.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Problems;
import org.jspecify.annotations.Nullable;

/** The definitions that come with the library. They load through the same door as anyone's own. */
final class Bundle {

    /**
     * The list of files, in an order in which what is referred to comes first. Each line holds a file and the id of its
     * definition; of a format its outline.
     */
    static final String INDEX = "bundled.txt";

    private static final String FOLDER = "/nl/betekenisvolmeten/indicators/formats/";
    private static volatile @Nullable Definitions loaded;

    private Bundle() {}

    /** Where files come from. */
    interface Files {

        /** Opens a file by its name in the index; returns null if there is none. */
        @Nullable InputStream open(String name);
    }

    /** A line of the index. */
    record Entry(String file, String id) {}

    /** Returns all bundled definitions. Two threads may both list them, with the same result. */
    static Definitions definitions() {
        Definitions known = loaded;
        if (known == null) {
            known = load(Bundle::open);
            loaded = known;
        }
        return known;
    }

    static @Nullable InputStream open(String name) {
        return Bundle.class.getResourceAsStream(FOLDER + name);
    }

    /**
     * Reads the index of all definitions. Each file is read when it is first needed: a delivery needs one format of
     * many, and no indicators.
     *
     * @throws IndicatorsException if the index is missing
     */
    static Definitions load(Files files) {
        Definitions all = Definitions.empty();
        for (Entry entry : index(files)) {
            all = add(DefinitionKind.ofFile(entry.file()), entry, files, all);
        }
        return all;
    }

    /** Returns the definitions with one more, whose file is read when first needed, with those before it known. */
    private static <K extends Comparable<K>, T> Definitions add(
            DefinitionKind<K, T> kind, Entry entry, Files files, Definitions before) {
        Lazy<T> file = new Lazy<>(() -> opened(entry.file(), files, in -> read(kind, entry.file(), in, before)));
        K id = kind.parse(entry.id());
        Lazy<DefinitionDocument> document = new Lazy<>(
                () -> opened(entry.file(), files, in -> DefinitionDocument.read(kind.word(), entry.file(), in)));
        Definitions more = before.changed(all -> all.with(kind, id, file).documented(kind, id, document));
        return kind == DefinitionKind.FORMATS
                ? more.changed(all -> all.with(FormatDefinition.Outline.parse(entry.id())))
                : more;
    }

    static List<Entry> index(Files files) {
        return opened(
                INDEX,
                files,
                in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split(" ", 2))
                        .map(parts -> new Entry(parts[0], parts[1]))
                        .toList());
    }

    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T opened(String name, Files files, Reading<T> reading) {
        try (InputStream in = files.open(name)) {
            if (in == null) {
                throw new IndicatorsException("a bundled definition is missing: " + name);
            }
            return reading.read(in);
        } catch (IOException e) {
            throw new IndicatorsException("cannot read a bundled definition: " + name, e);
        }
    }

    private static <T> T read(DefinitionKind<?, T> kind, String name, InputStream in, Definitions before) {
        Checked<T> checked = DefinitionReader.of(before).read(new Problems(name, true), in, kind::load);
        return checked.value()
                .orElseThrow(() -> new IndicatorsException("a bundled definition is broken: " + name
                        + checked.findings().kept().stream()
                                .findFirst()
                                .map(finding -> ", " + finding.code() + " at " + finding.location())
                                .orElse("")));
    }
}
