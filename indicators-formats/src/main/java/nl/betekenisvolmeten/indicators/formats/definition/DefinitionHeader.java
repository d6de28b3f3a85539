package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What every definition file starts with.
 *
 * @param id what it is and its version; other kinds of definition have the same shape of id as formats
 * @param title its name
 * @param provenance what it rests on
 */
record DefinitionHeader(FormatId id, LocalizedText title, Provenance provenance) {

    /** The words for a status, those of this project and those of Statistics Netherlands. */
    static final Map<String, Provenance.Status> STATUSES = statuses();

    private static final String PERIODS = "2026JJ00, 2026HJ01, 2026KW01, 2026MM01";

    private static Map<String, Provenance.Status> statuses() {
        Map<String, Provenance.Status> words = new LinkedHashMap<>();
        words.put("reconstruction", Provenance.Status.RECONSTRUCTION);
        words.put("draft", Provenance.Status.DRAFT);
        words.put("agreed", Provenance.Status.AGREED);
        words.put("published", Provenance.Status.PUBLISHED);
        words.put("provisional", Provenance.Status.PROVISIONAL);
        words.put("voorlopig", Provenance.Status.PROVISIONAL);
        words.put("nader voorlopig", Provenance.Status.PROVISIONAL);
        words.put("definitief", Provenance.Status.PUBLISHED);
        return words;
    }

    /** Reads {@code id}, {@code version}, {@code title}, {@code status} and {@code provenance}. */
    static Optional<DefinitionHeader> read(ObjectReader in) {
        Optional<String> id = in.parsed("id", DefinitionHeader::name, "a-z 0-9 -");
        Optional<String> version =
                in.parsed("version", text -> FormatId.of("x", text).version(), "2026.1");
        Optional<LocalizedText> title = Values.localized(in, "title");
        Optional<Provenance.Status> status = in.choice("status", STATUSES);
        Optional<ObjectReader> provenance = in.object("provenance");
        Optional<LocalizedText> note = provenance.flatMap(inner -> Values.localized(inner, "note"));
        List<Provenance.Source> sources =
                provenance.map(DefinitionHeader::sources).orElse(List.of());
        provenance.ifPresent(inner -> inner.build(() -> sources));
        return in.attempt(() -> new DefinitionHeader(
                FormatId.of(id.orElseThrow(), version.orElseThrow()),
                title.orElseThrow(),
                new Provenance(status.orElseThrow(), note.orElseThrow(), sources)));
    }

    /** The text itself when it has the shape of a format's name. */
    static String name(String text) {
        return FormatId.of(text, "1").name();
    }

    private static List<Provenance.Source> sources(ObjectReader in) {
        Set<String> ids = new HashSet<>();
        return in.objects("sources").stream()
                .flatMap(source -> source(source, ids).stream())
                .toList();
    }

    private static Optional<Provenance.Source> source(ObjectReader in, Set<String> ids) {
        Optional<String> id = in.text("id");
        in.mustDiffer("id", ids);
        Optional<String> title = in.text("title");
        Optional<String> reference = in.text("reference");
        Optional<String> date = in.textIfGiven("date");
        Optional<String> licence = in.textIfGiven("licence");
        return in.build(() ->
                new Provenance.Source(id.orElseThrow(), title.orElseThrow(), reference.orElseThrow(), date, licence));
    }

    /** Reads {@code validFrom} and {@code validTo}, each of which may be left out. */
    static Optional<Validity> validity(ObjectReader in) {
        Function<String, Period> conversion =
                text -> Period.parseCode(text).orElseThrow(() -> new IllegalArgumentException(text));
        Optional<Period> from = in.parsedIfGiven("validFrom", conversion, PERIODS);
        Optional<Period> to = in.parsedIfGiven("validTo", conversion, PERIODS);
        return in.attempt(() -> new Validity(from, to));
    }
}
