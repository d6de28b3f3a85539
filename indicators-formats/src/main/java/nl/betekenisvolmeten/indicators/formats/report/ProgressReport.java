package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.Burden;
import nl.betekenisvolmeten.indicators.formats.form.ImpactStory;
import nl.betekenisvolmeten.indicators.formats.internal.document.DocumentPage;
import nl.betekenisvolmeten.indicators.formats.internal.document.MarkdownText;
import nl.betekenisvolmeten.indicators.formats.internal.document.Page;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.signal.AreaSeries;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence.Origin;

/**
 * A yearly progress report for a city council: a letter whose running text is Markdown, and whose figures, tables and
 * caveats come from the results. By default it follows the letter of The Hague.
 *
 * <p>A text has placeholders. <code>{{cel: indicator=..; gebied=..; periode=..}}</code> is a figure; without an area it
 * is that of the city, without a period that of the report. <code>{{oordeel: indicator=..; gebied=..}}</code> is how it
 * compares with the city. <code>{{deel: ..}}</code> is a part, such as {@code doelen}. A figure that is hidden,
 * incomplete, undefined or absent cannot be used in a sentence: the report is then not made, unless the placeholder
 * says {@code anders=} followed by other words. With {@code waarde=} a text says which figure it was written for, and
 * the report is not made when that has changed.
 */
public final class ProgressReport extends PagedReport {

    private final Letter letter;

    private ProgressReport(Letter letter) {
        this.letter = letter;
    }

    /** Everything that a report is made from. */
    record Letter(
            Basis basis,
            Contents contents,
            Optional<TargetReport> targets,
            Map<IndicatorId, LocalizedText> names,
            Optional<PeriodStatus> status,
            Optional<String> text) {

        static Letter of(Basis basis) {
            return new Letter(
                    basis,
                    new Contents(
                            new Received(0, 0, 0, Map.of()), List.of(), List.of(), List.of(), LocalDate.MAX, Map.of()),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** The source of figures, protected or not. */
    record Basis(Optional<InternalUse<Figures>> internal, Optional<Release> release, Period period, String version) {

        String purpose(Language language) {
            return internal.map(InternalUse::purpose)
                    .orElseGet(() -> release.orElseThrow().plan().title().in(language));
        }

        String use() {
            return internal.isPresent() ? "internal" : "public";
        }

        Stream<Comparison> comparisons() {
            return internal.map(InternalUse::table).stream().flatMap(figures -> figures.comparisons().stream());
        }

        BoundCells cells(Language language) {
            return internal.map(figures -> BoundCells.of(figures.table(), language))
                    .orElseGet(() -> BoundCells.of(release.orElseThrow(), language));
        }
    }

    /**
     * The deliveries that were read.
     *
     * @param files the number of deliveries
     * @param rows the number of rows in them
     * @param accepted the number of accepted rows
     * @param notDue for the name of a form, the number of expected deliveries of each area that are absent but not missing,
     *     such as those about a quarter that is not over
     */
    public record Received(long files, long rows, long accepted, Map<String, Map<AreaCode, Long>> notDue) {

        /** @throws IllegalArgumentException unless 0 &le; accepted &le; rows and files is not negative */
        public Received {
            notDue = Map.copyOf(notDue);
            if (files < 0 || accepted < 0 || accepted > rows) {
                throw new IllegalArgumentException("files must not be negative, and accepted must be from 0 to rows: "
                        + files + ", " + accepted + " of " + rows);
            }
        }
    }

    /**
     * What a report shows apart from figures.
     *
     * @param received the deliveries
     * @param definitions the definitions that were used, with their versions
     * @param burdens the burden of filling in each form
     * @param stories the stories as delivered; those without valid consent are only counted
     * @param day the day on which the report is made, on which consent must hold
     * @param tables tables of the caller's own, by the name of the part that they fill in the text
     */
    public record Contents(
            Received received,
            List<String> definitions,
            List<Burden> burdens,
            List<ImpactStory> stories,
            LocalDate day,
            Map<String, OwnTable> tables) {
        public Contents {
            definitions = List.copyOf(definitions);
            burdens = List.copyOf(burdens);
            stories = List.copyOf(stories);
            tables = Map.copyOf(tables);
        }
    }

    /**
     * A table of the caller's own; its first column names its rows.
     *
     * @param caption its subject
     * @param columns the headings
     * @param rows a text for each column
     */
    public record OwnTable(String caption, List<String> columns, List<List<String>> rows) {
        public OwnTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Returns a report for people who may see small counts.
     *
     * @param figures the figures, with what the report is for
     * @param period the period that it is about
     * @param version the version of the program that makes it
     * @return the report
     */
    public static ProgressReport of(InternalUse<Figures> figures, Period period, String version) {
        return new ProgressReport(Letter.of(new Basis(Optional.of(figures), Optional.empty(), period, version)));
    }

    /**
     * Returns a report that may be published.
     *
     * @param release protected tables
     * @param period the period that it is about
     * @param version the version of the program that makes it
     * @return the report
     */
    public static ProgressReport of(Release release, Period period, String version) {
        return new ProgressReport(Letter.of(new Basis(Optional.empty(), Optional.of(release), period, version)));
    }

    /**
     * Returns a copy with other contents: what was read, the stories, and the burden of the forms.
     *
     * @param newContents the contents
     * @return the report
     */
    public ProgressReport withContents(Contents newContents) {
        return new ProgressReport(new Letter(
                letter.basis(), newContents, letter.targets(), letter.names(), letter.status(), letter.text()));
    }

    /**
     * Returns a copy with results next to targets.
     *
     * @param newTargets the targets; in a report that may be published with stated figures only
     * @param names the names of their indicators
     * @return the report
     * @throws IllegalArgumentException if this report may be published and a figure comes from deliveries, which is not
     *     protected
     */
    public ProgressReport withTargets(TargetReport newTargets, Map<IndicatorId, LocalizedText> names) {
        boolean delivered = newTargets.lines().stream()
                .flatMap(line -> line.evidence().stream())
                .anyMatch(evidence -> evidence.origin() == Origin.DELIVERIES);
        if (letter.basis().release().isPresent() && delivered) {
            throw new IllegalArgumentException(
                    "targets of a public report must not rest on unprotected figures: " + names.keySet());
        }
        return new ProgressReport(new Letter(
                letter.basis(),
                letter.contents(),
                Optional.of(newTargets),
                Map.copyOf(names),
                letter.status(),
                letter.text()));
    }

    /**
     * Returns a copy with another running text.
     *
     * @param markdown the text
     * @return the report
     */
    public ProgressReport withText(String markdown) {
        return new ProgressReport(new Letter(
                letter.basis(),
                letter.contents(),
                letter.targets(),
                letter.names(),
                letter.status(),
                Optional.of(markdown)));
    }

    /**
     * Returns a copy that says how final its figures are; otherwise they are provisional if a delivery is missing.
     *
     * @param status how final the figures of the period are
     * @return the report
     */
    public ProgressReport withStatus(PeriodStatus status) {
        return new ProgressReport(new Letter(
                letter.basis(),
                letter.contents(),
                letter.targets(),
                letter.names(),
                Optional.of(status),
                letter.text()));
    }

    @Override
    Page page(Language language) {
        ComparisonWords words = new ComparisonWords(language);
        Basis basis = letter.basis();
        MarkdownText.Filled filled = MarkdownText.fill(
                letter.text().orElseGet(() -> bundled(basis.use(), language)), new ProgressText(words, letter));
        if (!filled.problems().isEmpty()) {
            throw new IndicatorsException(words.of("progress.unfilled", String.join("\n", filled.problems())));
        }
        return new DocumentPage(
                        "progress",
                        basis.use(),
                        basis.purpose(language),
                        language.tag(),
                        basis.version(),
                        letter.contents().definitions(),
                        words.of("progress.title", basis.period().label(language)),
                        filled.blocks(),
                        words.of("progress.footer." + basis.use(), basis.version(), basis.purpose(language)))
                .page();
    }

    private static String bundled(String use, Language language) {
        String name = "progress-" + use + "_" + language.tag() + ".md";
        try (InputStream in = Objects.requireNonNull(ProgressReport.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The figures of an internal progress report.
     *
     * @param city the measures of the whole city, a table for each form with a row for each period; its key is the code of
     *     the period
     * @param comparisons districts compared with their city, one for each form; with changes where there is an earlier
     *     period
     * @param series the same indicators over time, for early signals; may be empty
     */
    public record Figures(List<ResultTable> city, List<Comparison> comparisons, List<AreaSeries> series) {

        /** @throws IllegalArgumentException if a table in {@code city} has other keys */
        public Figures {
            city = List.copyOf(city);
            comparisons = List.copyOf(comparisons);
            series = List.copyOf(series);
            for (ResultTable table : city) {
                if (table.keys().size() != 1) {
                    throw new IllegalArgumentException("a table of the city must have one key: " + table.keys());
                }
            }
        }
    }
}
