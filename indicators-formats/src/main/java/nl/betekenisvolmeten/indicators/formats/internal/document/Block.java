package nl.betekenisvolmeten.indicators.formats.internal.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A block of text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Chart.class, name = "chart")
})
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 and 3 for what is below it
     * @param runs the text
     */
    record Heading(int level, List<Run> runs) implements Block {
        public Heading {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A paragraph.
     *
     * @param style its class in the style sheet; may be blank
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
     * @param items the text of each item
     */
    record Items(boolean numbered, List<List<Run>> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

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
     * @param number whether it holds numbers
     */
    record Column(String name, boolean number) {}

    /**
     * A chart.
     *
     * @param title its subject
     * @param text what it shows
     * @param svg the drawing
     */
    record Chart(String title, String text, @JsonIgnore String svg) implements Block {}
}
