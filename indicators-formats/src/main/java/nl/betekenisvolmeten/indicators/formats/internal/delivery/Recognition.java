package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Finds the format of a delivery from its header and its periods. Only formats that fit the header best are read.
 *
 * @param definitions where formats come from
 * @param formats the formats that it may be of
 * @param given whether the user said which format it is: then any column of it is enough
 */
public record Recognition(Definitions definitions, List<FormatDefinition.Outline> formats, boolean given) {

    /** With less than this share of a format's columns, a header is of something else. */
    private static final double ENOUGH = 0.5;

    /**
     * The fit of a header to a format: the number of its columns present, of required columns absent, and of columns
     * present that only another format has.
     */
    private record Fit(FormatDefinition.Outline format, int matched, int missing, int foreign) {

        static Fit of(FormatDefinition.Outline format, Set<ColumnName> names, Set<ColumnName> known) {
            return new Fit(
                    format,
                    (int) format.columns().stream().filter(names::contains).count(),
                    (int) format.required().stream()
                            .filter(name -> !names.contains(name))
                            .count(),
                    (int) names.stream()
                            .filter(name ->
                                    known.contains(name) && !format.columns().contains(name))
                            .count());
        }

        int score() {
            return matched - missing - foreign;
        }

        /**
         * Returns the number of the format's columns that are missing: a version that has columns of its own is not
         * meant without them.
         */
        int absent() {
            return format.columns().size() - matched;
        }
    }

    /**
     * Returns a recognition of one format only: a delivery is taken to be of it.
     *
     * @throws IllegalArgumentException if it is none of the formats
     */
    public Recognition of(FormatId format) {
        return formats.stream()
                .filter(outline -> outline.id().equals(format))
                .findFirst()
                .map(only -> new Recognition(definitions, List.of(only), true))
                .orElseThrow(() -> new IllegalArgumentException("no format " + format));
    }

    /**
     * Returns the format that fits the header best; of equal ones, one that holds for a period of the delivery, of
     * those the one that takes the lengths of most periods, of those the one with the fewest columns missing, and of
     * those the newest.
     */
    public Optional<Header> recognise(Layout layout) throws IOException {
        List<Header> latestFirst = layout.header().stream().flatMap(this::best).toList();
        Optional<Header> most = Optional.empty();
        long refused = Long.MAX_VALUE;
        for (Header candidate : latestFirst.size() > 1 ? latestFirst : List.<Header>of()) {
            long others = refused == 0 || !outside(candidate, layout).isEmpty()
                    ? Long.MAX_VALUE
                    : new PeriodsOutside(candidate).ofOtherLengths(layout.following());
            if (others < refused) {
                most = Optional.of(candidate);
                refused = others;
            }
        }
        return most.or(() -> latestFirst.stream().findFirst());
    }

    /** Returns the formats that fit best: those with the fewest columns missing first, then the latest. */
    private Stream<Header> best(RawRow header) {
        Set<ColumnName> known =
                formats.stream().flatMap(format -> format.columns().stream()).collect(Collectors.toSet());
        Set<ColumnName> names = new HashSet<>();
        HeaderNames.of(header.cells(), known::contains).forEach(name -> name.ifPresent(names::add));
        List<Fit> fits = formats.stream()
                .map(format -> Fit.of(format, names, known))
                .filter(this::isEnough)
                .toList();
        int best = fits.stream().mapToInt(Fit::score).max().orElse(0);
        return fits.stream()
                .filter(fit -> fit.score() == best)
                .sorted(Comparator.comparing(Fit::absent)
                        .thenComparing(fit -> fit.format().id(), Comparator.reverseOrder()))
                .map(fit -> Header.of(header, definition(fit.format().id())));
    }

    private FormatDefinition definition(FormatId id) {
        return definitions.formats().get(id);
    }

    /**
     * Returns whether enough columns are present. A form may have many columns that are seldom used, so all the
     * required ones are enough too.
     */
    private boolean isEnough(Fit fit) {
        return given
                ? fit.matched() > 0
                : fit.missing() == 0
                        || fit.matched() >= ENOUGH * fit.format().columns().size();
    }

    /** Returns the other versions of a header's format that are valid for all of the given periods. */
    List<String> holdingFor(Header header, Set<Period> periods) {
        return formats.stream()
                .filter(format -> format.id().name().equals(header.format().id().name()))
                .filter(format ->
                        periods.stream().allMatch(definition(format.id()).validity()::contains))
                .map(format -> format.id().toString())
                .toList();
    }

    /**
     * Returns the periods of a delivery if its format is valid for none of them. The first rows can show that it is
     * valid, but only all rows show that it is not; therefore, the order of rows makes no difference.
     *
     * @return the periods that could be read; empty when the format holds for at least one, or none could be read
     */
    static Set<Period> outside(Header header, Layout layout) throws IOException {
        PeriodsOutside first = new PeriodsOutside(header);
        if (first.holdsForAny(layout.following()) || first.columns().isEmpty()) {
            return Set.of();
        }
        PeriodsOutside all = new PeriodsOutside(header);
        return all.holdsForAny(layout.table()) ? Set.of() : all.found();
    }
}
