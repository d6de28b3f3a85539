package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Checks the codes by which indicators select rows against the columns of their forms. */
public final class SelectedCodes {

    private SelectedCodes() {}

    /**
     * Reports columns and codes that no version of a form has.
     *
     * @param set a set of indicators
     * @param forms the columns of all versions of a form; none if the form is not known
     */
    public static void check(ObjectReader set, Function<String, List<ColumnRule>> forms) {
        for (ObjectReader indicator : set.peekObjects("indicators")) {
            for (ObjectReader measure : indicator.peekObjects("measure")) {
                List<ColumnRule> columns = measure.peek("format").map(forms).orElse(List.of());
                Map<String, Optional<Set<String>>> known = known(columns);
                if (!known.isEmpty()) {
                    Stream.concat(
                                    Stream.of(measure),
                                    Stream.of("numerator", "denominator")
                                            .flatMap(part -> measure.peekObjects(part).stream()))
                            .flatMap(part -> part.peekObjects("where").stream())
                            .forEach(where -> check(where, known));
                }
            }
        }
    }

    private static void check(ObjectReader where, Map<String, Optional<Set<String>>> known) {
        for (String column : where.names()) {
            KnownCodes.of(known.keySet()).checkName(where, column);
            known.getOrDefault(column, Optional.empty())
                    .ifPresent(codes -> KnownCodes.of(codes).texts(where, column));
        }
    }

    /** Returns the codes by dimension; empty if a dimension holds anything. */
    private static Map<String, Optional<Set<String>>> known(List<ColumnRule> columns) {
        Map<String, Optional<Set<String>>> known = new LinkedHashMap<>();
        for (ColumnRule column : columns) {
            if (column.part() instanceof ColumnRule.Part.OfDimension) {
                known.merge(column.name().value(), codes(column.type()), SelectedCodes::both);
            }
        }
        return known;
    }

    private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> other) {
        return one.flatMap(first -> other.map(second -> {
            Set<String> all = new LinkedHashSet<>(first);
            all.addAll(second);
            return all;
        }));
    }

    private static Optional<Set<String>> codes(ColumnType type) {
        List<String> codes = new ArrayList<>();
        if (type instanceof ColumnType.Code code) {
            codes.addAll(code.codes().codes());
        } else if (type instanceof ColumnType.Place place) {
            place.areas().areas(place.level()).forEach(area -> codes.add(place.text(area)));
            place.residuals().items().forEach(residual -> codes.add(residual.code()));
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(new LinkedHashSet<>(codes));
    }
}
