package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What every definition file starts with.
 *
 * @param id what it is and its version; other kinds of definition have the same shape of id as formats
 * @param title its name
 * @param provenance what it rests on
 */
public record DefinitionHeader(FormatId id, LocalizedText title, Provenance provenance) {

    /** The words for a status, those of this project and those of Statistics Netherlands. */
    public static final Map<String, Provenance.Status> STATUSES = statuses();

    /** The provenance of a definition that does not state one. */
    private static final Provenance OWN = new Provenance(
            Provenance.Status.DRAFT, LocalizedText.of("Eigen definitie.", "A definition of one's own."), List.of());

    private static final DefinitionHeader NONE = new DefinitionHeader(FormatId.of("x", "1"), Values.NO_TEXT, OWN);

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
    public static Optional<DefinitionHeader> read(ObjectReader in) {
        Optional<String> id = Values.name(in, "id");
        String version = in.or(
                "1",
                "version",
                name -> in.parsed(name, text -> FormatId.of("x", text).version(), "2026.1"));
        LocalizedText title = Values.localizedOr(in, "title", id.orElse(Values.NAMELESS));
        Provenance.Status status = in.or(OWN.status(), "status", name -> in.choice(name, STATUSES));
        Provenance provenance = in.or(OWN, "provenance", name -> in.object(name).flatMap(DefinitionHeader::provenance));
        return in.attempt(
                () -> new DefinitionHeader(FormatId.of(id.orElseThrow(), version), title, provenance.with(status)));
    }

    /** Returns the header, or that of no definition if it has an error: the object then fails. */
    public static DefinitionHeader of(ObjectReader in) {
        return read(in).orElse(NONE);
    }

    private static Optional<Provenance> provenance(ObjectReader in) {
        LocalizedText note = Values.localizedOr(in, "note", OWN.note());
        Set<String> ids = new HashSet<>();
        List<Provenance.Source> sources = in.ifGiven().each("sources", source -> source(source, ids));
        Optional<Provenance.Decision> decision = in.objectIfGiven("decided", DefinitionHeader::decision);
        return in.build(() -> new Provenance(OWN.status(), note, sources, decision));
    }

    private static Optional<Provenance.Decision> decision(ObjectReader in) {
        Optional<LocalizedText> by = Values.localized(in, "by");
        Optional<LocalDate> on = in.parsed("on", Values::day, "2026-04-02");
        return in.build(() -> new Provenance.Decision(by.orElseThrow(), on.orElseThrow()));
    }

    /** Returns the ids of the sources, also where something else is wrong with one. */
    static KnownCodes sourceIds(ObjectReader in) {
        return KnownCodes.of(in.peekObjects("provenance").stream()
                .flatMap(provenance -> provenance.peekObjects("sources").stream())
                .flatMap(source -> source.peek("id").stream())
                .toList());
    }

    private static Optional<Provenance.Source> source(ObjectReader in, Set<String> ids) {
        Optional<String> id = in.text("id");
        in.mustDiffer("id", ids);
        Optional<String> title = in.text("title");
        String reference = in.or(title.orElse(Values.NAMELESS), "reference", in::text);
        Optional<String> date = in.ifGiven().text("date");
        Optional<String> licence = in.ifGiven().text("licence");
        return in.build(() -> new Provenance.Source(id.orElseThrow(), title.orElseThrow(), reference, date, licence));
    }
}
