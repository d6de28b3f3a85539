package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * Finds the format of a delivery from its header and its periods.
 *
 * @param formats the formats that it may be of
 * @param given whether the user said which format it is: then any column of it is enough
 */
record Recognition(List<FormatDefinition> formats, boolean given) {

    /** With less than this share of a format's columns, a header is of something else. */
    private static final double ENOUGH = 0.5;

    /**
     * The format that fits the header best; of equal ones, one that holds for a period of the delivery, and of those the
     * newest.
     */
    Optional<Header> recognise(Layout layout) throws IOException {
        List<Header> best = layout.header().stream().flatMap(this::best).toList();
        List<Header> holding = new ArrayList<>();
        for (Header candidate : best.size() > 1 ? best : List.<Header>of()) {
            if (outside(candidate, layout).isEmpty()) {
                holding.add(candidate);
            }
        }
        return (holding.isEmpty() ? best : holding)
                .stream()
                        .max(Comparator.comparing(
                                candidate -> candidate.format().id()));
    }

    /** The formats of which the most columns are there, and the fewest are not. */
    private Stream<Header> best(RawRow header) {
        List<Header> candidates = formats.stream()
                .map(format -> Header.of(header, format))
                .filter(this::isEnough)
                .toList();
        int most = candidates.stream().mapToInt(Recognition::score).max().orElse(0);
        return candidates.stream().filter(candidate -> score(candidate) == most);
    }

    private static int score(Header candidate) {
        return candidate.matched() - candidate.missing().size();
    }

    /** A form may have many columns that are seldom used: one with all that are required is the form too. */
    private boolean isEnough(Header candidate) {
        return given
                ? candidate.matched() > 0
                : candidate.missing().isEmpty()
                        || candidate.matched()
                                >= ENOUGH * candidate.format().columns().size();
    }

    /** The other versions of a header's format that hold for all of some periods. */
    List<String> holdingFor(Header header, Set<Period> periods) {
        return formats.stream()
                .filter(format -> format.id().name().equals(header.format().id().name()))
                .filter(format -> periods.stream().allMatch(format.validity()::contains))
                .map(format -> format.id().toString())
                .toList();
    }

    /**
     * The periods of a delivery, when the format holds for none of them. The first rows tell at once when it holds; only
     * all of them tell that it does not, so that the order of rows plays no part.
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
