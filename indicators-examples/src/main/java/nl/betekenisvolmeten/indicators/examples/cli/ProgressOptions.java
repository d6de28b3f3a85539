package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.form.ImpactStory;
import nl.betekenisvolmeten.indicators.formats.form.RealisationReader;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.targets.TargetOptions;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what a progress report shows apart from the figures of deliveries. */
final class ProgressOptions {

    @Option(names = "--stories", descriptionKey = "report.stories", paramLabel = "FILE")
    private @Nullable Path stories;

    @Option(names = "--targets", descriptionKey = "targets.targets", paramLabel = "FILE")
    private @Nullable Path targets;

    @Option(names = "--realisations", descriptionKey = "targets.realisations", paramLabel = "FILE")
    private @Nullable Path realisations;

    @Option(names = "--text", descriptionKey = "report.text", paramLabel = "FILE")
    private @Nullable Path text;

    private final Subcommand command;
    private final FormFiles forms;

    ProgressOptions(Subcommand command) {
        this.command = command;
        forms = new FormFiles(command);
    }

    boolean isGiven() {
        return stories != null || targets != null || realisations != null || text != null;
    }

    /** Returns whether the forms have errors. */
    boolean errors() {
        return forms.errors();
    }

    NamedTargets targets(Lookup lookup) {
        return NamedTargets.read(targets, lookup, forms);
    }

    List<ImpactStory> stories(Lookup lookup, LocalDate day) {
        return stories == null
                ? List.of()
                : forms.read(
                        stories, ImpactStory.Reader.of(lookup.definitions()).withDay(day)::read);
    }

    private List<TargetReview.StatedFigure> stated(Lookup lookup) {
        return realisations == null
                ? List.of()
                : forms.read(realisations, RealisationReader.of(lookup.definitions())::read);
    }

    /** Adds the targets of the period, judged at its end, and the given text. */
    ProgressReport complete(
            ProgressReport report, TargetReview review, NamedTargets named, Period about, Lookup lookup) {
        TargetReview stated =
                review.withTargetSets(lookup.definitions().targetSets().all()).withStated(stated(lookup));
        ProgressReport with = report.withTargets(
                stated.review(named.within(about), TargetOptions.withDefaults().withAsOf(about.lastDayInclusive())),
                named.names());
        return Optional.ofNullable(text).map(this::read).map(with::withText).orElse(with);
    }

    /** Returns the given text unless it contains personal data, because a report may be widely distributed. */
    private String read(Path path) {
        String read;
        try (InputStream in = command.inputs.source(path).open()) {
            read = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandException.unreadable(path, command.texts);
        }
        if (!PersonalData.find(read).isEmpty()) {
            String masked = PersonalData.mask(read);
            String[] lines = masked.split("\\R", -1);
            String[] had = read.split("\\R", -1);
            int first = 0;
            while (first < lines.length - 1 && lines[first].equals(had[first])) {
                first++;
            }
            command.terminal.say("report.text.personal", path, first + 1, lines[first].strip());
            throw CommandException.badData(path.toString());
        }
        return read;
    }
}
