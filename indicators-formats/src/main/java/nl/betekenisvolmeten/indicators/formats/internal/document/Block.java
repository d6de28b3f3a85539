package nl.betekenisvolmeten.indicators.formats.internal.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/** A block of text. A style is a class of the style sheet, or empty. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Terms.class, name = "terms"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Chart.class, name = "chart"),
    @JsonSubTypes.Type(value = Block.Group.class, name = "group"),
    @JsonSubTypes.Type(value = Block.Details.class, name = "details")
})
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 to 4 for what is below it
     * @param id its id; empty if nothing refers to it
     * @param runs the text
     */
    record Heading(int level, @JsonIgnore String id, List<Run> runs) implements Block {
        public Heading {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A paragraph.
     *
     * @param style its style
     * @param runs the text
     */
    record Paragraph(String style, List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A list.
     *
     * @param numbered whether its items have numbers
     * @param style its style
     * @param items the text of each item
     */
    record Items(boolean numbered, @JsonIgnore String style, List<List<Run>> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Terms with their descriptions.
     *
     * @param terms the terms
     */
    record Terms(List<Term> terms) implements Block {
        public Terms {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A term.
     *
     * @param name its name
     * @param text its description
     */
    record Term(String name, String text) {}

    /**
     * A table; the first column names its rows.
     *
     * @param caption its subject
     * @param columns the headings
     * @param rows a text for each column
     */
    record Table(String caption, List<Column> columns, List<List<List<Run>>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param style the style of its cells
     */
    record Column(String name, @JsonIgnore String style) {

        private static final String NUMBER = "number";

        /**
         * Creates a column of numbers.
         *
         * @param name its heading
         * @return the column
         */
        public static Column number(String name) {
            return new Column(name, NUMBER);
        }

        /**
         * Returns whether the column holds numbers.
         *
         * @return true if its style is that of numbers
         */
        @JsonProperty
        public boolean number() {
            return style.equals(NUMBER);
        }
    }

    /**
     * A chart.
     *
     * @param title its subject; empty if it is one of several with the same subject
     * @param text what it shows
     * @param legend its marks with their meaning
     * @param svg the drawing
     */
    record Chart(
            String title,
            String text,
            @JsonIgnore Items legend,
            @JsonIgnore String svg) implements Block {

        /** No legend. */
        public static final Items NO_LEGEND = new Items(false, "", List.of());
    }

    /**
     * Blocks that belong together.
     *
     * @param tag the HTML element
     * @param attributes its attributes, alternating names and values
     * @param blocks the blocks
     */
    record Group(@JsonIgnore String tag, @JsonIgnore List<String> attributes, List<Block> blocks) implements Block {
        public Group {
            attributes = List.copyOf(attributes);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Blocks that a reader can unfold.
     *
     * @param summary their subject
     * @param blocks the blocks
     */
    record Details(String summary, List<Block> blocks) implements Block {
        public Details {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Creates a heading.
     *
     * @param level its level
     * @param text its text
     * @return the heading
     */
    static Heading heading(int level, String text) {
        return new Heading(level, "", Run.text(text));
    }

    /**
     * Creates a paragraph.
     *
     * @param style its style
     * @param text its text
     * @return the paragraph
     */
    static Paragraph paragraph(String style, String text) {
        return new Paragraph(style, Run.text(text));
    }

    /**
     * Creates a paragraph without a style.
     *
     * @param runs its text
     * @return the paragraph
     */
    static Paragraph paragraph(List<Run> runs) {
        return new Paragraph("", runs);
    }

    /**
     * Creates a heading with a list of texts below it.
     *
     * @param level the level of the heading
     * @param heading its text
     * @param texts the items
     * @return the heading and the list; empty if there are no items
     */
    static List<Block> list(int level, String heading, List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : List.of(
                        heading(level, heading),
                        new Items(false, "", texts.stream().map(Run::text).toList()));
    }

    /**
     * Creates a group of blocks.
     *
     * @param tag the HTML element
     * @param blocks the blocks
     * @param attributes its attributes, alternating names and values
     * @return the group
     */
    static Group group(String tag, List<? extends Block> blocks, String... attributes) {
        return new Group(tag, List.of(attributes), List.copyOf(blocks));
    }

    /**
     * Creates a region around a wide table, which can also be scrolled by keyboard.
     *
     * @param table the table
     * @return the region
     */
    static Group wide(Table table) {
        return group(
                "div",
                List.of(table),
                "class",
                "wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                table.caption());
    }

    /**
     * Creates an article, which is labelled by its heading.
     *
     * @param id its id
     * @param heading the text of its heading
     * @param blocks what is below the heading
     * @return the article
     */
    static Group article(String id, String heading, List<? extends Block> blocks) {
        List<Block> all = new ArrayList<>(List.of(new Heading(2, id + "-h", Run.text(heading))));
        all.addAll(blocks);
        return group("article", all, "id", id, "aria-labelledby", id + "-h");
    }
}
