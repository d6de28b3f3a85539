package nl.betekenisvolmeten.indicators.formats.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.formats.internal.document.Placeholder.Filler;
import nl.betekenisvolmeten.indicators.formats.internal.document.Placeholder.UnfilledException;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Running text in Markdown with placeholders. Headings, paragraphs, lists, strong text and links are kept; HTML is
 * shown as text, and an image as its description.
 */
public final class MarkdownText {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern SAFE_TARGET = Pattern.compile("(?i)(https?:|mailto:|#).*");

    private final Filler filler;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private MarkdownText(Filler filler) {
        this.filler = filler;
    }

    /**
     * The result of filling a text.
     *
     * @param blocks the text
     * @param problems each placeholder that could not be filled, with its place; empty if all were filled
     */
    public record Filled(List<Block> blocks, List<String> problems) {
        public Filled {
            blocks = List.copyOf(blocks);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a text and fills its placeholders.
     *
     * @param markdown the text
     * @param filler fills the placeholders
     * @return the text
     */
    public static Filled fill(String markdown, Filler filler) {
        MarkdownText text = new MarkdownText(filler);
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            text.block(node);
        }
        return new Filled(text.blocks, text.problems);
    }

    private void block(Node node) {
        if (node instanceof Heading heading) {
            blocks.add(new Block.Heading(Math.min(3, heading.getLevel()), "", runs(node)));
        } else if (node instanceof ListBlock) {
            List<List<Run>> items = new ArrayList<>();
            for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                items.add(runs(item));
            }
            blocks.add(new Block.Items(node instanceof OrderedList, "", items));
        } else if (!isFilledAlone(node)) {
            blocks.add(new Block.Paragraph("", runs(node)));
        }
    }

    /** Fills a placeholder that is a whole paragraph, which may become several blocks. */
    private boolean isFilledAlone(Node paragraph) {
        if (!(paragraph.getFirstChild() instanceof Text only) || only.getNext() != null) {
            return false;
        }
        Matcher matcher = PLACEHOLDER.matcher(only.getLiteral().strip());
        if (!matcher.matches()) {
            return false;
        }
        Placeholder placeholder = placeholder(matcher.group(1), only, 0);
        try {
            Optional<List<Block>> filled = filler.blocks(placeholder);
            filled.ifPresent(blocks::addAll);
            return filled.isPresent();
        } catch (UnfilledException e) {
            problem(placeholder, String.valueOf(e.getMessage()));
            return true;
        }
    }

    private List<Run> runs(Node parent) {
        List<Run> runs = new ArrayList<>();
        parent.accept(new Inline(runs));
        return runs;
    }

    private static Placeholder placeholder(String inside, Node node, int offset) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? Placeholder.of(inside, 1, 1)
                : Placeholder.of(
                        inside, spans.get(0).getLineIndex() + 1, spans.get(0).getColumnIndex() + 1 + offset);
    }

    private void problem(Placeholder place, String reason) {
        problems.add(place.line() + ":" + place.column() + " " + reason);
    }

    /** Gathers the pieces of a line. */
    private final class Inline extends AbstractVisitor {

        private final List<Run> runs;

        Inline(List<Run> runs) {
            this.runs = runs;
        }

        private void add(Run run) {
            Run.add(runs, List.of(run));
        }

        @Override
        public void visit(Text text) {
            String literal = text.getLiteral();
            Matcher matcher = PLACEHOLDER.matcher(literal);
            int from = 0;
            while (matcher.find()) {
                plain(literal.substring(from, matcher.start()), text, from);
                Placeholder placeholder = placeholder(matcher.group(1), text, matcher.start());
                try {
                    Run.add(runs, filler.runs(placeholder));
                } catch (UnfilledException e) {
                    problem(placeholder, String.valueOf(e.getMessage()));
                }
                from = matcher.end();
            }
            plain(literal.substring(from), text, from);
        }

        private void plain(String text, Node node, int offset) {
            int open = Math.max(text.indexOf("{{"), text.indexOf("}}"));
            if (open >= 0) {
                problem(placeholder("", node, offset + open), "{{ }}");
            }
            add(new Run.Text(text));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            inside(strong, Run.Strong::new);
        }

        @Override
        public void visit(Link link) {
            boolean safe = SAFE_TARGET.matcher(link.getDestination()).matches();
            inside(link, text -> safe ? new Run.Link(text, link.getDestination()) : new Run.Text(text));
        }

        /** Adds the pieces inside a node; figures stay figures. */
        private void inside(Node node, Function<String, Run> text) {
            Inline inner = new Inline(new ArrayList<>());
            inner.visitChildren(node);
            inner.runs.forEach(run -> add(run instanceof Run.Text ? text.apply(run.text()) : run));
        }

        @Override
        public void visit(Paragraph paragraph) {
            space();
            visitChildren(paragraph);
        }

        @Override
        public void visit(ListItem item) {
            space();
            visitChildren(item);
        }

        /** Adds a space between paragraphs of one item. */
        private void space() {
            if (!runs.isEmpty()) {
                add(new Run.Text(" "));
            }
        }

        @Override
        public void visit(SoftLineBreak line) {
            add(new Run.Text(" "));
        }

        @Override
        public void visit(HardLineBreak line) {
            add(new Run.Text(" "));
        }

        @Override
        public void visit(Code code) {
            add(new Run.Text(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            add(new Run.Text(html.getLiteral()));
        }
    }
}
