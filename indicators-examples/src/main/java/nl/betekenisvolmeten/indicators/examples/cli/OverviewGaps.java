package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.examples.cli.DeliveredReports.Delivered;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/** What was not delivered, according to deliveries and agreements. */
final class OverviewGaps {

    /** The deliveries of a form within the period that is shown. */
    private record Within(OverviewForm form, Set<Delivered> delivered, Set<Period> periods) {

        /**
         * Returns the deliveries within a period. Counts are due every quarter; questionnaires in the periods in which
         * any organisation used them.
         */
        static Within of(OverviewForm form, Period period, Optional<Period> last) {
            Set<Delivered> delivered = form.delivered().stream()
                    .filter(one -> period.contains(one.period()))
                    .collect(Collectors.toSet());
            Set<Period> periods =
                    delivered.stream().map(Delivered::period).collect(Collectors.toCollection(TreeSet::new));
            boolean answers =
                    form.format().ruleSet().structure().measures().stream().anyMatch(Measure.Answers.class::isInstance);
            boolean quarters = periods.stream().allMatch(one -> one.kind() == PeriodKind.QUARTER);
            if (!answers && quarters && last.isPresent() && period.kind().months() > PeriodKind.QUARTER.months()) {
                period.parts(PeriodKind.QUARTER).stream()
                        .filter(one ->
                                !one.lastDayInclusive().isAfter(last.get().lastDayInclusive()))
                        .forEach(periods::add);
            }
            return new Within(form, delivered, periods);
        }

        /** Returns, for organisations that delivered data about an area, the periods without any. */
        Map<String, List<Period>> lacking(Area area) {
            Map<String, List<Period>> lacking = new TreeMap<>();
            byOrganisation(area).forEach((organisation, own) -> {
                List<Period> not =
                        periods.stream().filter(one -> !own.contains(one)).toList();
                if (!not.isEmpty()) {
                    lacking.put(organisation, not);
                }
            });
            return lacking;
        }

        Map<String, Set<Period>> byOrganisation(Area area) {
            Map<String, Set<Period>> all = new TreeMap<>();
            delivered.stream()
                    .filter(one -> one.area().equals(area.code()))
                    .forEach(one -> all.computeIfAbsent(one.organisation(), any -> new TreeSet<>())
                            .add(one.period()));
            return all;
        }
    }

    private final OverviewWords words;
    private final Period period;
    private final List<Within> forms;
    private final List<String> absent;
    private final Optional<Period> last;

    /**
     * Looks for what is missing.
     *
     * @param forms the deliveries
     * @param absent the names of the forms that were not delivered
     * @param period the period that is shown
     */
    OverviewGaps(OverviewWords words, List<OverviewForm> forms, List<String> absent, Period period) {
        this.words = words;
        this.period = period;
        last = forms.stream()
                .flatMap(form -> form.delivered().stream())
                .map(Delivered::period)
                .filter(period::contains)
                .max(Comparator.comparing(Period::lastDayInclusive));
        this.forms = forms.stream().map(form -> Within.of(form, period, last)).toList();
        this.absent = absent;
    }

    /** Returns whether an organisation lacks a period of a form in an area, or in any area of a city. */
    boolean isIncomplete(OverviewForm form, Area area, List<Area> all) {
        return forms.stream()
                .filter(one -> one.form().equals(form))
                .anyMatch(one -> all.stream()
                        .filter(part -> area.code().level() == AreaLevel.GEMEENTE || part.equals(area))
                        .anyMatch(part -> !one.lacking(part).isEmpty()));
    }

    /** Returns the period, up to and including the last part with deliveries. */
    String soFar() {
        String whole = label(period);
        return last.filter(last -> last.lastDayInclusive().isBefore(period.lastDayInclusive()))
                .map(last -> words.of("soFar", whole, monthOf(last)))
                .orElse(whole);
    }

    /** Returns the last month of a period, without the year. */
    private String monthOf(Period last) {
        List<Period> months = last.kind() == PeriodKind.MONTH ? List.of(last) : last.parts(PeriodKind.MONTH);
        String label = label(months.get(months.size() - 1));
        return label.substring(0, label.indexOf(' '));
    }

    private String label(Period one) {
        return one.label(words.texts().language());
    }

    /** Returns sentences about an area; a single one that says so if nothing is missing. */
    List<String> of(Area area, Optional<CellValue> reach) {
        List<String> sentences = new ArrayList<>();
        boolean open = reach.filter(CellValue.Between.class::isInstance).isPresent();
        for (Within form : forms) {
            periods(form, area, open, sentences);
            long rejected = form.form().read().reports().stream()
                    .mapToLong(report -> report.rows() - report.rowsAccepted())
                    .sum();
            if (rejected > 0) {
                sentences.add(words.of("missing.rejected", title(form), rejected));
            }
        }
        sentences.addAll(agreed(area));
        absent.forEach(form -> sentences.add(words.of("missing.form", words.of("absent." + form))));
        last.filter(last -> last.lastDayInclusive().isBefore(period.lastDayInclusive()))
                .ifPresent(last -> sentences.add(words.of("missing.rest", label(period), monthOf(last))));
        return sentences.isEmpty() ? List.of(words.of("missing.nothing")) : sentences;
    }

    private String title(Within form) {
        return form.form().format().title().in(words.texts().language());
    }

    /** Adds organisations that delivered data about the area, but not for every period for which others did. */
    private void periods(Within form, Area area, boolean open, List<String> sentences) {
        Map<String, Set<Period>> own = form.byOrganisation(area);
        if (own.isEmpty()) {
            sentences.add(words.of("missing.area", title(form), area.name()));
        }
        form.lacking(area)
                .forEach((organisation, lacking) -> sentences.add(words.of(
                                "missing.organisation",
                                organisation,
                                title(form),
                                lacking.stream().map(this::label).collect(Collectors.joining(", ")))
                        + (open ? " " + words.of("missing.narrower") : "")));
        if (own.size() > 1 && open) {
            sentences.add(words.of("missing.overlap", own.size()));
        }
    }

    /**
     * Returns sentences about agreed reports that are in no form; agreements are about organisations, areas and
     * periods, whatever the form.
     */
    private List<String> agreed(Area area) {
        return forms.stream()
                .flatMap(form -> form.form().read().context().stream())
                .flatMap(report -> report.completeness().stream())
                .flatMap(one -> one.holes().stream())
                .filter(hole -> period.contains(hole.period())
                        && (hole.area().equals(area.name())
                                || hole.area().equals(area.code().value())))
                .filter(hole -> forms.stream()
                        .noneMatch(form -> form.delivered()
                                .contains(new Delivered(
                                        area.code(), hole.reporter().value(), hole.period()))))
                .distinct()
                .map(hole -> words.of("missing.agreed", hole.reporter().value(), label(hole.period())))
                .toList();
    }
}
