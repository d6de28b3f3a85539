package nl.betekenisvolmeten.indicators.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.aggregation.Selection;
import nl.betekenisvolmeten.indicators.aggregation.Series;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Formula;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/** The totals that an indicator needs, and what they make. */
final class IndicatorSeries {

    /** The inhabitants of some ages, or of all; empty where not known. */
    interface Inhabitants extends Function<Ages, OptionalLong> {}

    private final ComparisonPlan plan;
    private final Indicator indicator;
    private final Optional<AnswerSums> answers;
    private final Optional<AgeStrata> strata;
    private final Optional<RepeatedParts> repeated;
    private final Optional<Formula.Part> persons;
    private final int offset;
    private final List<Series> own;
    private final Optional<IndicatorSeries> residents;

    private IndicatorSeries(ComparisonPlan plan, Indicator indicator, int offset) {
        this.plan = plan;
        this.indicator = indicator;
        answers = indicator.formula() instanceof Formula.Answers of
                ? Optional.of(new AnswerSums(of, plan.options()))
                : Optional.empty();
        strata = isByAge(indicator) ? AgeStrata.of(plan) : Optional.empty();
        repeated = RepeatedParts.of(indicator.formula(), plan);
        persons = repeated.flatMap(parts -> parts.persons(plan));
        this.offset = offset;
        own = List.copyOf(makeSeries());
        residents =
                ofResidents(plan, indicator).map(narrowed -> new IndicatorSeries(plan, narrowed, offset + own.size()));
    }

    /**
     * Returns the series of all indicators of a plan, in its order; the totals of each follow those of the indicator
     * before.
     */
    static List<IndicatorSeries> of(ComparisonPlan plan) {
        List<IndicatorSeries> all = new ArrayList<>();
        int offset = 0;
        for (Indicator indicator : plan.indicators()) {
            IndicatorSeries next = new IndicatorSeries(plan, indicator, offset);
            all.add(next);
            offset += next.series().size();
        }
        return all;
    }

    /** Returns whether an indicator is per inhabitants of all ages, so that it can be standardised. */
    static boolean isByAge(Indicator indicator) {
        return indicator.formula() instanceof Formula.PopulationRate rate
                && rate.age().isEmpty();
    }

    /**
     * Returns the same rate of those who live in the city district, by which city districts can be compared; empty if
     * the rows do not have it, or other areas are compared.
     */
    private static Optional<Indicator> ofResidents(ComparisonPlan plan, Indicator indicator) {
        if (plan.level() != AreaLevel.STADSDEEL || !(indicator.formula() instanceof Formula.PopulationRate rate)) {
            return Optional.empty();
        }
        return rate.residents()
                .filter(part -> plan.structure().measureIndex(part.column()).isPresent())
                .map(part -> new Formula.PopulationRate(rate.format(), rate.per(), part, rate.age()))
                .map(indicator::with);
    }

    /**
     * Returns why areas cannot be compared by the figure itself: people are counted where they come, and divided by
     * those who live there.
     */
    Optional<Judgement.Reason> restriction() {
        boolean activity = indicator.formula() instanceof Formula.PopulationRate rate
                && rate.place().ofActivity();
        if (!activity) {
            return Optional.empty();
        }
        if (plan.level().compareTo(AreaLevel.STADSDEEL) < 0) {
            return Optional.of(Judgement.Reason.PLACE_OF_ACTIVITY);
        }
        ColumnName counted = indicator.formula().parts().get(0).column();
        boolean persons = plan.structure().measure(counted).orElseThrow() instanceof Measure.Distinct;
        return persons && plan.level() == AreaLevel.STADSDEEL
                ? Optional.of(Judgement.Reason.VISITORS_INCLUDED)
                : Optional.empty();
    }

    /** Returns the same rate of those who live in the area; empty if the rows do not have it. */
    Optional<IndicatorSeries> residents() {
        return residents;
    }

    /** Returns the rate of several areas if each person lives in one of them, so that numerators add up. */
    Measured sum(List<ResultTable.Row> areas, Known known) {
        List<Figure> figures =
                areas.stream().map(row -> row.figures().get(offset)).toList();
        CellValue sum = CellValue.of(BigDecimal.ZERO);
        for (Figure figure : figures) {
            sum = plus(sum, figure.valueOrZero());
        }
        return measure(List.of(sum), figures, known);
    }

    private static CellValue plus(CellValue one, CellValue other) {
        if (one.lowerBound().isEmpty() || other.lowerBound().isEmpty()) {
            return one.lowerBound().isEmpty() ? one : other;
        }
        return CellValue.between(
                one.lowerBound().orElseThrow().add(other.lowerBound().orElseThrow()),
                one.upperBound().orElseThrow().add(other.upperBound().orElseThrow()));
    }

    Indicator indicator() {
        return indicator;
    }

    List<Series> series() {
        return Stream.concat(own.stream(), residents.stream().flatMap(more -> more.series().stream()))
                .toList();
    }

    private List<Series> makeSeries() {
        List<Formula.Part> parts = indicator.formula().parts();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("formula must have parts to compare: " + indicator.id());
        }
        List<Series> made = new ArrayList<>();
        if (answers.isPresent()) {
            for (Formula.Part part : parts) {
                made.add(total(made.size() + " " + part.where(), part, Selection.of(part.where())));
            }
            return made;
        }
        made.add(total("numerator", parts.get(0), Selection.of(parts.get(0).where())));
        if (parts.size() > 1) {
            made.add(
                    total("denominator", parts.get(1), Selection.of(parts.get(1).where())));
        }
        strata.ifPresent(ages -> ages.strata()
                .forEach(stratum -> made.add(total(
                        stratum.ages().code(),
                        parts.get(0),
                        Selection.of(parts.get(0).where()).with(ages.column(), stratum.codes())))));
        persons.ifPresent(part -> made.add(total("persons", part, Selection.of(part.where()))));
        return made;
    }

    private Series total(String part, Formula.Part of, Selection where) {
        return new Series.Total(indicator.id() + "/" + part + "/" + of.column(), of.column(), where);
    }

    /** Returns the part whose events persons may have more than once; empty if there is none. */
    Optional<Formula.Part> repeatedPart() {
        return repeated.map(RepeatedParts::part);
    }

    /**
     * What is known of a group of rows next to their totals.
     *
     * @param inhabitants the inhabitants of the area
     * @param squares the sums of squares of repeated events, of each part; empty where not known of all
     */
    record Known(Inhabitants inhabitants, List<Double> squares) {}

    /** Returns the figure that a row of totals gives. */
    Measured measure(ResultTable.Row row, Known known) {
        List<Figure> figures = row.figures().subList(offset, offset + own.size());
        return answers.isPresent() ? answers.get().measure(AnswerSums.totals(row, figures)) : measure(figures, known);
    }

    /** Returns the respondents of a row of totals; empty if it is not a share of answers. */
    Optional<Comparison.Answered> answered(ResultTable.Row row, Function<Formula.Answers, ResponseCounts.Asked> asked) {
        List<Figure> figures = row.figures().subList(offset, offset + own.size());
        return answers.flatMap(of -> of.answered(AnswerSums.totals(row, figures), asked.apply(of.formula())));
    }

    /** Returns the figure if nothing was reported: everything is missing. */
    Measured unreported(Known known) {
        return without(Figure.of(new CellValue.Missing(), 0, 1), known);
    }

    /** Returns the measurement for a period in which something else was counted. */
    Measured notComparable(Known known) {
        return without(Figure.of(new CellValue.NotDefined(CellValue.Reason.NOT_COMPARABLE), 1, 0), known);
    }

    private Measured without(Figure none, Known known) {
        return answers.isPresent()
                ? answers.get().measure(Collections.nCopies(own.size(), none.value()))
                : measure(Collections.nCopies(own.size(), none), known);
    }

    private Measured measure(List<Figure> figures, Known known) {
        return measure(figures.stream().map(Figure::valueOrZero).toList(), figures, known);
    }

    /** Returns whether the figure itself has no empty cells; the persons behind its events may have some. */
    private boolean isComplete(List<Figure> figures) {
        return figures.subList(0, figures.size() - (persons.isPresent() ? 1 : 0)).stream()
                .allMatch(figure -> figure.cellsMissing() == 0);
    }

    /** Returns the figure given by totals in the order of {@link #series}. */
    private Measured measure(List<CellValue> totals, List<Figure> figures, Known known) {
        Formula formula = indicator.formula();
        ComparisonOptions options = plan.options();
        boolean complete = isComplete(figures);
        if (formula instanceof Formula.PopulationRate rate) {
            CellValue below = denominator(known.inhabitants(), new Ages(rate.age()));
            Measurement crude = repeated(
                    Measurement.of(rateKind(), rate.per(), totals.get(0), below, complete, options),
                    totals,
                    figures,
                    known);
            boolean asked = !(options.standard() instanceof ComparisonOptions.Standard.None);
            return asked && isByAge(indicator) ? new Standardised(crude, strata(totals, known.inhabitants())) : crude;
        }
        Measurement.Kind kind = rateKind();
        if (formula instanceof Formula.Proportion share) {
            boolean counts = plan.isCount(share.numerator().column())
                    && plan.isCount(share.denominator().column());
            kind = counts ? Measurement.Kind.SHARE : Measurement.Kind.QUOTIENT;
        }
        return repeated(
                Measurement.of(kind, formula.per(), totals.get(0), totals.get(1), complete, options),
                totals,
                figures,
                known);
    }

    /** Returns the figure with the design effect of its events if persons may have them more than once. */
    private Measurement repeated(Measurement figure, List<CellValue> totals, List<Figure> figures, Known known) {
        boolean none = figure.value().lowerBound().isEmpty();
        if (repeated.isEmpty() || none || (figure.kind() == Measurement.Kind.QUOTIENT && isShare())) {
            return figure;
        }
        int last = totals.size() - 1;
        CellValue people = persons.filter(any -> figures.get(last).cellsMissing() == 0)
                .map(any -> totals.get(last))
                .orElseGet(CellValue.Missing::new);
        return figure.with(
                repeated.get().effect(isShare() ? figure.denominator() : figure.numerator(), people, known.squares()));
    }

    private boolean isShare() {
        return indicator.formula() instanceof Formula.Proportion;
    }

    private static CellValue denominator(Inhabitants inhabitants, Ages ages) {
        OptionalLong number = inhabitants.apply(ages);
        return number.isPresent()
                ? CellValue.of(BigDecimal.valueOf(number.getAsLong()))
                : new CellValue.NotDefined(CellValue.Reason.UNKNOWN_DENOMINATOR);
    }

    private List<Standardised.Part> strata(List<CellValue> totals, Inhabitants inhabitants) {
        List<Standardised.Part> parts = new ArrayList<>();
        List<AgeStrata.Stratum> ages = strata.map(AgeStrata::strata).orElse(List.of());
        // hours are no events: there is no standardised rate of them
        for (int i = 0; i < ages.size() && rateKind() == Measurement.Kind.RATE; i++) {
            AgeStrata.Stratum stratum = ages.get(i);
            parts.add(new Standardised.Part(
                    totals.get(1 + i), inhabitants.apply(Ages.of(stratum.ages())), stratum.weight()));
        }
        return parts;
    }

    /**
     * Returns the figure of a city without an area; the bounds of persons are the least and most that fit both totals.
     */
    Measured rest(ResultTable.Row city, ResultTable.Row area, Known known) {
        if (answers.isPresent()) {
            return answers.get().measure(restOfAnswers(city, area));
        }
        List<CellValue> totals = new ArrayList<>();
        int size = own.size();
        List<Figure> all = city.figures().subList(offset, offset + size);
        for (int i = 0; i < size; i++) {
            CellValue whole = all.get(i).valueOrZero();
            CellValue part = area.figures().get(offset + i).valueOrZero();
            totals.add(notBelowZero(Comparison.Difference.between(whole, part)));
        }
        return measure(totals, all, known);
    }

    private List<CellValue> restOfAnswers(ResultTable.Row city, ResultTable.Row area) {
        int end = offset + own.size();
        List<CellValue> whole = AnswerSums.totals(city, city.figures().subList(offset, end));
        List<CellValue> part = AnswerSums.totals(area, area.figures().subList(offset, end));
        List<CellValue> rest = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            rest.add(AnswerSums.rest(whole.get(i), part.get(i)));
        }
        return rest;
    }

    /** Returns a remainder with its bounds cut off at zero; an exact number below zero is a correction, and stays. */
    private static CellValue notBelowZero(CellValue rest) {
        return rest instanceof CellValue.Between between
                ? CellValue.between(
                        between.lower().max(BigDecimal.ZERO), between.upper().max(BigDecimal.ZERO))
                : rest;
    }

    private Measurement.Kind rateKind() {
        return plan.isCount(indicator.formula().parts().get(0).column())
                ? Measurement.Kind.RATE
                : Measurement.Kind.QUOTIENT;
    }
}
