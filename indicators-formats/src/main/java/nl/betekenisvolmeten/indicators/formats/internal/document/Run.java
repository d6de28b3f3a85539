package nl.betekenisvolmeten.indicators.formats.internal.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.PrintableText;

/** A piece of a line of text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Run.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Run.Strong.class, name = "strong"),
    @JsonSubTypes.Type(value = Run.Styled.class, name = "styled"),
    @JsonSubTypes.Type(value = Run.Marked.class, name = "marked"),
    @JsonSubTypes.Type(value = Run.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Run.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Run.NumberCell.class, name = "number"),
    @JsonSubTypes.Type(value = Run.Figure.class, name = "figure")
})
public sealed interface Run {

    /**
     * Returns the text without markup.
     *
     * @return the text
     */
    String text();

    /**
     * Returns a line of plain text.
     *
     * @param text any text; characters that cannot be shown are replaced
     * @return the line
     */
    static List<Run> text(String text) {
        return List.of(new Text(PrintableText.text(text)));
    }

    /**
     * Adds pieces to a line; plain texts that follow each other become one.
     *
     * @param line the line
     * @param more the pieces
     */
    static void add(List<Run> line, List<Run> more) {
        for (Run run : more) {
            int last = line.size() - 1;
            if (run instanceof Text && last >= 0 && line.get(last) instanceof Text before) {
                line.set(last, new Text(before.text() + run.text()));
            } else if (!run.text().isEmpty()) {
                line.add(run);
            }
        }
    }

    /**
     * Plain text.
     *
     * @param text the text
     */
    record Text(String text) implements Run {}

    /**
     * Emphasised text.
     *
     * @param text the text
     */
    record Strong(String text) implements Run {}

    /**
     * Text with a style of its own.
     *
     * @param text the text
     * @param style its class in the style sheet
     */
    record Styled(String text, @JsonIgnore String style) implements Run {}

    /**
     * Text after a picture that says the same.
     *
     * @param text the text
     * @param svg the picture, hidden from screen readers
     */
    record Marked(String text, @JsonIgnore String svg) implements Run {}

    /**
     * A link.
     *
     * @param text the text
     * @param target its target
     */
    record Link(String text, String target) implements Run {}

    /**
     * A number that the report counted itself, such as the number of districts.
     *
     * @param text the number
     */
    record Count(String text) implements Run {}

    /**
     * What a cell holds whose row and column say which figure it is.
     *
     * @param text the number as the text shows it, or why there is none
     * @param value the number in full; empty if there is none
     */
    record NumberCell(String text, Optional<BigDecimal> value) implements Run {}

    /**
     * A figure.
     *
     * @param cell the cell that it comes from
     */
    record Figure(FigureCell cell) implements Run {
        @Override
        public String text() {
            return cell.text();
        }
    }
}
