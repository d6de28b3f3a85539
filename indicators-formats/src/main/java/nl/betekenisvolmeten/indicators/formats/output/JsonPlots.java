package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** Plots as JSON: points and lines with what stands at their axes, in both languages. */
public final class JsonPlots {

    private JsonPlots() {}

    /**
     * Writes plots as an array of objects. A point shows a figure of an area, so it is protected like one.
     *
     * @param plots the plots
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(InternalUse<List<Plot>> plots, Writer out) throws IOException {
        JsonGenerator json = JsonOut.startPlain(out);
        json.writeStartArray();
        for (Plot plot : plots.table()) {
            json.writeRaw("\n");
            write(json, plot);
        }
        json.writeEndArray();
        JsonOut.finish(json);
    }

    private static void write(JsonGenerator json, Plot plot) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", plot.kind().code());
        json.writeStringField("key", plot.key());
        write(json, "title", plot.title());
        write(json, "x", plot.x());
        write(json, "y", plot.y());
        json.writeArrayFieldStart("points");
        for (Plot.Point point : plot.points()) {
            write(json, point);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lines");
        for (Plot.Line line : plot.lines()) {
            json.writeStartObject();
            json.writeStringField("name", line.name());
            json.writeArrayFieldStart("positions");
            for (Plot.Position position : line.positions()) {
                json.writeStartArray();
                json.writeNumber(Numbers.text(position.x()));
                json.writeNumber(Numbers.text(position.y()));
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Plot.Point point) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", point.key());
        json.writeStringField("label", point.label());
        write(json, "x", point.position().x());
        write(json, "y", point.position().y());
        if (point.interval().isPresent()) {
            write(json, "lower", point.interval().get().lower());
            write(json, "upper", point.interval().get().upper());
        }
        json.writeStringField(
                "category", point.category().map(Plot.Category::code).orElse(""));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Plot.Axis axis) throws IOException {
        json.writeObjectFieldStart(name);
        write(json, "label", axis.label());
        write(json, "unit", axis.unit());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("nl", text.nl());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, double number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Numbers.text(number));
    }
}
