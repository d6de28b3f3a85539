package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.table.Observation;

/**
 * How many people were asked and how many answered, by delivery: rows that differ in the question only are about the same
 * people, so the question that most people answered counts.
 */
final class ResponseCounts {

    /** The rows of a questionnaire, whatever the question. */
    private record Source(Formula.Response response, Map<ColumnName, Set<String>> where) {

        static Optional<Source> of(Formula formula) {
            return formula instanceof Formula.Answers answers
                            && !answers.parts().isEmpty()
                    ? answers.response().map(response -> {
                        Map<ColumnName, Set<String>> where =
                                new TreeMap<>(answers.denominator().get(0).where());
                        where.remove(response.question());
                        return new Source(response, where);
                    })
                    : Optional.empty();
        }
    }

    /** The cells of a row that an indicator reads. */
    private record Reader(int question, int invited, int answered, RowPlaces.Where where) {}

    /** A delivery: its place, and its codes except that of the question. */
    private record Key(Source source, RowPlaces.Place place, List<String> codes) {}

    /** The largest numbers of a delivery; negative if it has none. */
    private record Largest(long invited, long answered) {

        Largest and(Largest other) {
            return new Largest(Math.max(invited, other.invited), Math.max(answered, other.answered));
        }
    }

    /**
     * People of some deliveries.
     *
     * @param invited how many were asked; empty if a delivery does not say
     * @param response the share of them that answered; empty if nobody was asked, or it is not known
     */
    record Asked(OptionalLong invited, Optional<BigDecimal> response) {}

    private final RowPlaces places;
    private final Map<Source, Reader> readers = new HashMap<>();
    private final Map<Key, Largest> deliveries = new HashMap<>();

    ResponseCounts(ComparisonPlan plan) {
        places = new RowPlaces(plan);
        plan.indicators()
                .forEach(indicator -> Source.of(indicator.formula())
                        .filter(source -> hasColumns(plan, source.response()))
                        .ifPresent(source -> readers.put(source, reader(plan, source))));
    }

    private static boolean hasColumns(ComparisonPlan plan, Formula.Response response) {
        return plan.structure().measureIndex(response.invited()).isPresent()
                && plan.structure().measureIndex(response.answered()).isPresent();
    }

    private Reader reader(ComparisonPlan plan, Source source) {
        Formula.Response response = source.response();
        return new Reader(
                plan.structure().dimensionIndex(response.question()).orElseThrow(),
                plan.structure().measureIndex(response.invited()).orElseThrow(),
                plan.structure().measureIndex(response.answered()).orElseThrow(),
                places.where(source.where()));
    }

    /** Accepts a row of the plan's structure. */
    void accept(Observation row) {
        readers.forEach((source, reader) -> {
            if (reader.where().takes(row)) {
                Largest own = new Largest(
                        row.value(reader.invited()).orElse(-1),
                        row.value(reader.answered()).orElse(-1));
                places.of(row)
                        .ifPresent(place -> deliveries.merge(
                                new Key(source, place, codes(row, reader.question())), own, Largest::and));
            }
        });
    }

    private static List<String> codes(Observation row, int question) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < row.dimensions(); i++) {
            codes.add(i == question ? "" : row.code(i));
        }
        return codes;
    }

    void combine(ResponseCounts other) {
        other.deliveries.forEach((key, more) -> deliveries.merge(key, more, Largest::and));
    }

    /** Returns the people asked with an indicator's questionnaire in some places. */
    Asked of(Formula.Answers formula, Predicate<RowPlaces.Place> wanted) {
        List<Largest> found = deliveries.entrySet().stream()
                .filter(entry -> Source.of(formula)
                                .filter(entry.getKey().source()::equals)
                                .isPresent()
                        && wanted.test(entry.getKey().place()))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty() || found.stream().anyMatch(one -> one.invited() < 0)) {
            return new Asked(OptionalLong.empty(), Optional.empty());
        }
        long invited = found.stream().mapToLong(Largest::invited).sum();
        boolean known = invited > 0 && found.stream().allMatch(one -> one.answered() >= 0);
        BigDecimal answered =
                BigDecimal.valueOf(found.stream().mapToLong(Largest::answered).sum());
        return new Asked(
                OptionalLong.of(invited),
                known
                        ? Optional.of(answered.divide(BigDecimal.valueOf(invited), MathContext.DECIMAL64))
                        : Optional.empty());
    }
}
