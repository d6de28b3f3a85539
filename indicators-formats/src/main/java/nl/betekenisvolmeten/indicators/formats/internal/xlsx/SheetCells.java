package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.internal.xlsx.CellKinds.Kind;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.jspecify.annotations.Nullable;

/** Reads the cell whose tag was just started. */
final class SheetCells {

    private final XmlPart in;
    private final WorkbookParts parts;
    private final ReadLimits limits;
    private boolean unworked;
    private @Nullable String type;
    private @Nullable String style;
    private @Nullable String reference;

    SheetCells(XmlPart in, WorkbookParts parts, ReadLimits limits) {
        this.in = in;
        this.parts = parts;
        this.limits = limits;
    }

    int maximumColumns() {
        return limits.columns();
    }

    /** Reads the attributes of the tag that was just started: once, since there are very many tags. */
    void start() {
        type = null;
        style = null;
        reference = null;
        for (int i = 0; i < in.attributes(); i++) {
            switch (in.attributeName(i)) {
                case "r" -> reference = in.attributeValue(i);
                case "s" -> style = in.attributeValue(i);
                case "t" -> type = in.attributeValue(i);
                default -> {}
            }
        }
    }

    /** Returns the place of the cell; null if it follows the one before. */
    @Nullable String reference() {
        return reference;
    }

    /** Returns whether the last text is a formula that was never calculated. */
    boolean isUnworked() {
        return unworked;
    }

    /** Returns the text of the cell; moves to its end. */
    String text() throws UnreadableException {
        String text = "";
        String formula = "";
        boolean hasFormula = false;
        boolean hasValue = false;
        while (in.next() && !in.isEnd("c")) {
            if (in.isStart("v")) {
                text = value(in.text());
                hasValue = true;
            } else if (in.isStart("is")) {
                text = in.richText("is");
                hasValue = true;
            } else if (in.isStart("f")) {
                formula = in.text();
                hasFormula = true;
            }
        }
        unworked = !hasValue && hasFormula;
        // a formula that was never worked out has no value, which is not the same as an empty cell
        return hasValue || !hasFormula ? text : "=" + formula;
    }

    private String value(String value) throws UnreadableException {
        if (type == null || type.equals("n")) {
            Kind kind = style == null ? Kind.NUMBER : parts.kinds().of(CellReference.whole(style));
            return CellText.of(value, kind, parts.from1904());
        }
        return switch (type) {
            case "s" -> parts.texts().get(CellReference.whole(value.strip()));
            case "str" -> EscapedText.unescaped(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value;
            case "e" -> value;
            default -> throw new UnreadableException(Reason.DAMAGED);
        };
    }
}
