package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.disclosure.Release.ProtectionReport.TableReport;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.HtmlDocument;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;

/**
 * One page for readers of a publication: what is hidden and rounded in it, what the words in its files mean, what was checked,
 * and what is not promised. It holds no figure that is not published.
 */
public final class ProtectionStatement {

    /** The name of the file next to those of the tables. */
    public static final String FILE = "bescherming.html";

    private final Release release;
    private final ComparisonWords words;

    private ProtectionStatement(Release release, Language language) {
        this.release = release;
        words = new ComparisonWords(language);
    }

    /**
     * Writes the page as HTML that needs no other file.
     *
     * @param release the publication
     * @param language the language
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void write(Release release, Language language, Writer out) throws IOException {
        ProtectionStatement statement = new ProtectionStatement(release, language);
        HtmlDocument.write(
                language, statement.words.of("statement"), List.of(Block.group("main", statement.blocks())), out);
    }

    private List<Block> blocks() {
        PublicationPlan plan = release.plan();
        DisclosurePolicy policy = plan.policy();
        Language language = words.language();
        List<Block> blocks = new ArrayList<>(List.of(
                Block.heading(1, words.of("statement")),
                text("public", plan.title().in(language), plan.id()),
                heading("hidden"),
                text(
                        plan.thresholds().size() > 1 ? "hidden.classes" : "hidden.small",
                        plan.thresholds().last())));
        if (plan.thresholds().size() > 1) {
            blocks.add(new Block.Items(false, "", classes().map(Run::text).toList()));
        }
        blocks.add(text("hidden.other"));
        int base = policy.rounding().base();
        String together = plan.parts().stream()
                .flatMap(part -> part.counts().stream())
                .filter(plan::isRoundedTogether)
                .map(count -> count.measure().value())
                .distinct()
                .collect(Collectors.joining(", "));
        if (base > 1) {
            blocks.add(
                    together.isEmpty()
                            ? text("hidden.rounded", base)
                            : text("hidden.together", base, together, base - 1));
        }
        blocks.add(text("hidden.perThousand"));
        ReleaseParts.inhabitants(release, words).ifPresent(text -> blocks.add(Block.paragraph("", text)));
        blocks.addAll(Block.list(
                2,
                words.of("statement.words"),
                Stream.of("exact", "incomplete", "suppressed", "refused", "missing", "zero")
                        .map(word -> words.of("statement.words." + word))
                        .toList()));
        blocks.addAll(List.of(
                heading("checked"),
                policy.level() == DisclosurePolicy.Level.L0
                        ? text("checked.exact")
                        : text(
                                "checked.small",
                                plan.thresholds().size() > 1
                                        ? 0
                                        : plan.thresholds().last()),
                text("checked.large")));
        if (policy.coalition() > 0) {
            blocks.add(text("checked.insiders", policy.coalition()));
        }
        blocks.addAll(List.of(text("checked.not"), heading("tables"), table()));
        if (release.report().tables().stream().anyMatch(TableReport::isMuchHidden)) {
            blocks.add(text("tables.much"));
        }
        if (release.report().ownTotals() > 0) {
            blocks.add(text("tables.totals", release.report().ownTotals()));
        }
        ReleaseParts.absentPeriods(release, language)
                .ifPresent(periods -> blocks.add(Block.paragraph("", words.of("progress.absent.periods", periods))));
        blocks.addAll(List.of(
                heading("basis"),
                text(
                        "basis.policy",
                        policy.title().in(language),
                        policy.id(),
                        policy.provenance().note().in(language)),
                Block.paragraph("", plan.provenance().note().in(language))));
        return blocks;
    }

    /** Returns how many persons figures about each class of codes must be about. */
    private Stream<String> classes() {
        DisclosurePolicy.Thresholds thresholds = release.plan().policy().thresholds();
        return Stream.concat(
                thresholds.classes().stream()
                        .map(one -> words.of(
                                "statement.hidden.class",
                                one.name().in(words.language()),
                                String.join(", ", one.codes()),
                                one.threshold(),
                                one.note().in(words.language()),
                                one.groupDisclosure() ? 1 : 0)),
                Stream.of(
                        words.of("statement.hidden.ordinary", thresholds.ordinary()),
                        words.of(
                                "statement.hidden.totals",
                                release.plan().thresholds().last())));
    }

    private Block heading(String key) {
        return Block.heading(2, words.of("statement." + key));
    }

    private Block text(String key, Object... arguments) {
        return Block.paragraph("", words.of("statement." + key, arguments));
    }

    private Block table() {
        return new Block.Table(
                words.of("statement.tables"),
                List.of(
                        words.column("statement.tables.table", "name"),
                        words.column("statement.tables.figures", "number"),
                        words.column("statement.tables.hidden", "number"),
                        words.column("statement.tables.withheld", "number"),
                        words.column("statement.tables.missing", "number")),
                release.report().tables().stream()
                        .map(table -> Stream.concat(
                                        Stream.of(table.table()),
                                        Stream.of(table.figures(), table.hidden(), table.withheld(), table.missing())
                                                .map(words::number))
                                .map(Run::text)
                                .toList())
                        .toList());
    }
}
