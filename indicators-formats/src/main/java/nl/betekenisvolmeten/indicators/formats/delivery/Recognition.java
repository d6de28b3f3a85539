package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.source.RawRow;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/**
 * Finds the format of a delivery from its header and its periods.
 *
 * @param formats the formats that it may be of
 * @param given whether the user said which format it is: then any column of it is enough
 */
record Recognition(List<FormatDefinition> formats, boolean given) {

    /** With less than this share of a format's columns, a header is of something else. */
    private static final double ENOUGH = 0.5;

    /** The format that fits the header best; of equal ones, the one that holds for the delivery's periods. */
    Optional<Header> recognise(RawRow header, List<RawRow> following) {
        return formats.stream()
                .map(format -> Header.of(header, format))
                .filter(this::isEnough)
                .max(Comparator.comparingInt((Header candidate) ->
                                candidate.matched() - candidate.missing().size())
                        .thenComparing(
                                candidate -> outside(candidate, following).isEmpty())
                        .thenComparing(candidate -> candidate.format().id()));
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
     * The periods of a delivery, when the format holds for none of them.
     *
     * @return the periods that could be read; empty when the format holds for at least one, or none could be read
     */
    static Set<Period> outside(Header header, List<RawRow> following) {
        Set<Period> outside = new TreeSet<>();
        for (int i = 0; i < header.places().size(); i++) {
            int place = header.places().get(i);
            if (place < 0 || !(header.format().columns().get(i).rule().type() instanceof ColumnType.Time time)) {
                continue;
            }
            for (RawRow row : following) {
                if (place < row.cells().size()) {
                    Optional<Period> period =
                            Period.read(row.cells().get(place)).map(Period.Read::period);
                    if (period.isPresent() && time.validity().contains(period.get())) {
                        return Set.of();
                    }
                    period.ifPresent(outside::add);
                }
            }
        }
        return outside;
    }
}
