package nl.betekenisvolmeten.indicators.formats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.form.ImpactStory;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;

/** The stories of a progress report: which were chosen by whom and why, how many are critical, and their texts. */
final class ProgressStories {

    private final ComparisonWords words;
    private final int delivered;
    private final List<ImpactStory> shown;

    ProgressStories(ProgressReport.Contents contents, ComparisonWords words) {
        this.words = words;
        delivered = contents.stories().size();
        shown = contents.stories().stream()
                .flatMap(story -> story.publishable(contents.day()).stream())
                .map(ImpactStory.Publishable::story)
                .toList();
    }

    List<Block> blocks() {
        if (delivered == 0) {
            return List.of(Block.paragraph(words.runs("progress.stories.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(words.runs("progress.stories", delivered, shown.size())));
        if (shown.isEmpty()) {
            return blocks;
        }
        blocks.add(Block.paragraph(critical()));
        blocks.add(new Block.Table(
                words.of("progress.stories.caption"),
                List.of(
                        words.column("progress.column.story", "name"),
                        words.column("progress.column.told", ""),
                        words.column("progress.column.chosen", "")),
                shown.stream().map(this::row).toList()));
        for (ImpactStory story : shown) {
            blocks.add(new Block.Heading(3, "", Run.text(story.title())));
            Stream.of(
                            story.content().before(),
                            story.content().effort(),
                            story.content().change(),
                            story.content().significance())
                    .forEach(text -> blocks.add(Block.paragraph(Run.text(text))));
        }
        return blocks;
    }

    /** Returns the share of critical stories among the stories that state whether they are critical. */
    private List<Run> critical() {
        long known = shown.stream().flatMap(story -> story.critical().stream()).count();
        long critical = shown.stream()
                .flatMap(story -> story.critical().stream())
                .filter(is -> is)
                .count();
        return known == 0
                ? words.runs("progress.stories.critical.unknown")
                : words.runs(
                        "progress.stories.critical",
                        critical,
                        known,
                        new Run.Count(words.percentage((double) critical / known)),
                        shown.size() - known);
    }

    private List<List<Run>> row(ImpactStory story) {
        String told = words.of("teller." + story.teller()) + ", "
                + story.setting().district() + ", " + story.setting().period().label(words.language());
        String chosen = story.selections().stream().map(this::chosen).collect(Collectors.joining(" "));
        return Stream.of(story.title(), told, chosen.isEmpty() ? words.of("progress.stories.unchosen") : chosen)
                .map(text -> Run.text(PrintableText.text(text)))
                .toList();
    }

    private String chosen(ImpactStory.Selection selection) {
        return words.of(
                "progress.stories.chosen",
                words.of("chooser." + selection.level()),
                selection.reason().orElseGet(() -> words.of("progress.stories.noReason")));
    }
}
