package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.formats.definition.ReportingContext;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.report.SentencePage;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReview;

/** Deliveries of one or more forms, brought together on one page. */
final class Overview {

    /** The forms reported as not delivered. */
    private static final List<String> EXPECTED =
            List.of("telformat-gebiedsgericht", "individuele-ondersteuning", "ervaringsmeting");

    private final Subcommand command;
    private final Lookup lookup;
    private final List<OverviewForm> forms;
    private final Optional<ReportingContext> agreed;

    /**
     * The request.
     *
     * @param period the period; the year of the last delivery unless asked for
     * @param targets a file of targets; those of the definitions unless asked for
     * @param where the rows that count
     * @param missing what happens to a figure if a part of it did not come in
     * @param day the day of the check
     */
    record Asked(
            Optional<Period> period,
            Optional<Path> targets,
            Optional<WhereOption> where,
            MissingPolicy missing,
            LocalDate day) {}

    Overview(Subcommand command, Lookup lookup, List<OverviewForm> forms, Optional<ReportingContext> agreed) {
        this.command = command;
        this.lookup = lookup;
        this.forms = forms;
        this.agreed = agreed;
    }

    /**
     * The result.
     *
     * @param page the overview
     * @param compared the figures on it
     */
    record Made(SentencePage page, List<OverviewForm.Compared> compared) {

        /** Returns what people answered, for each indicator and area with answers. */
        List<Comparison.Row> answers() {
            return compared.stream()
                    .flatMap(form -> form.comparison().rows().stream())
                    .filter(row -> row.figure().answered().isPresent())
                    .toList();
        }
    }

    /** Returns an overview of deliveries, without printing anything. */
    static Made of(DeliverySet all, LocalDate day, Subcommand command, Lookup lookup) {
        List<OverviewForm> forms = new ArrayList<>();
        for (DeliverySet set : all.byForm()) {
            RowTape rows = new RowTape();
            SetReport read = set.read(rows);
            set.format().ifPresent(format -> forms.add(new OverviewForm(format, set, rows, read)));
        }
        List<Area> areas =
                Lookup.areas(forms.get(0).format().ruleSet().structure()).areas(AreaLevel.STADSDEEL);
        return new Overview(command, lookup, forms, Optional.empty())
                .make(
                        new Asked(Optional.empty(), Optional.empty(), Optional.empty(), new MissingPolicy.AddUp(), day),
                        areas,
                        true,
                        any -> lookup.inhabitants().population());
    }

    Made make(Asked asked, List<Area> areas, boolean withCity, Function<TableStructure, Population> inhabitants) {
        Period period = asked.period().orElseGet(this::latestYear);
        OverviewForm.Frame frame = new OverviewForm.Frame(
                period,
                agreed,
                inhabitants,
                format -> asked.where().map(option -> option.read(format)).orElse(Map.of()),
                asked.missing());
        OverviewWords words = new OverviewWords(lookup.texts());
        List<OverviewForm.Compared> compared =
                forms.stream().map(form -> form.compare(frame, lookup)).toList();
        OverviewTargets targets = targets(asked, frame, words);
        OverviewPage page = new OverviewPage(
                lookup, new OverviewGaps(words, fed(compared), absent(), period), compared, targets, frame);
        AreaHierarchy hierarchy = Lookup.areas(forms.get(0).format().ruleSet().structure());
        Optional<SentencePage.Section> city = hierarchy.areas(AreaLevel.GEMEENTE).stream()
                .findFirst()
                .filter(any -> withCity)
                .map(gemeente -> targets.city(
                        gemeente.name(), page.ofCity(gemeente), new OverviewDistricts(words, compared).sentences()));
        SentencePage made = page.page(words.checked(asked.day()), areas, city);
        return new Made(
                asked.where()
                        .map(option -> new SentencePage(
                                words.of("title.where", made.title(), option.text()), made.lead(), made.sections()))
                        .orElse(made),
                compared);
    }

    /** Returns the forms that figures on the page are computed from. */
    private static List<OverviewForm> fed(List<OverviewForm.Compared> compared) {
        return compared.stream()
                .filter(form -> !form.comparison().rows().isEmpty())
                .map(OverviewForm.Compared::form)
                .toList();
    }

    private Period latestYear() {
        return forms.stream()
                .flatMap(form -> form.delivered().stream())
                .map(DeliveredReports.Delivered::period)
                .max(Comparator.comparing(Period::lastDayInclusive))
                .map(last -> last.rollUp(PeriodKind.YEAR))
                .orElseThrow(() -> CommandException.usage(lookup.texts().of("deliveries.none")));
    }

    private List<String> absent() {
        return EXPECTED.stream()
                .filter(name -> forms.stream()
                        .noneMatch(form -> form.format().id().name().equals(name)))
                .toList();
    }

    private OverviewTargets targets(Asked asked, OverviewForm.Frame frame, OverviewWords words) {
        NamedTargets named = NamedTargets.read(asked.targets().orElse(null), lookup, new FormFiles(command));
        TargetDeliveries delivered = new TargetDeliveries(lookup, named.targets(), frame.population());
        forms.forEach(form -> delivered.take(form.format(), form.set(), agreed, taker -> {
            form.rows().play(taker);
            return form.read();
        }));
        TargetReview review =
                delivered.into(TargetReview.of(delivered.areas().orElseGet(lookup::areas), lookup.indicators())
                        .withTargetSets(lookup.definitions().targetSets().all()));
        TargetOptions options = Stream.of(review.latest())
                .flatMap(Optional::stream)
                .map(TargetOptions.withDefaults()::withAsOf)
                .findFirst()
                .orElse(TargetOptions.withDefaults());
        TargetReport report = review.review(named.within(frame.period()), options);
        TargetPage page = new TargetPage(
                command.terminal, new PrintWriter(command.terminal.out()), new TargetPage.Names(named, lookup));
        return new OverviewTargets(report, page, words, asked.where().isPresent());
    }
}
