package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/** What the styles of a workbook make of a number: a number, a date, or a time of day or length of time. */
final class CellKinds {

    enum Kind {
        NUMBER,
        DATE,
        TIME
    }

    /** Spreadsheets have no more styles than this; and a format of one's own is never this long. */
    private static final int MAX_STYLES = 1 << 16;

    private static final int MAX_CODE = 1_000;

    private final List<Kind> byStyle = new ArrayList<>();

    private CellKinds() {}

    /** Returns the kinds of a workbook without styles. */
    static CellKinds none() {
        return new CellKinds();
    }

    static CellKinds read(XmlPart in) throws UnreadableException {
        CellKinds kinds = new CellKinds();
        Map<String, Kind> own = new HashMap<>();
        boolean inCells = false;
        while (in.next()) {
            if (in.isStart("numFmt")) {
                String id = in.attribute("numFmtId");
                String code = in.attribute("formatCode");
                if (id != null && code != null) {
                    own.put(id, ofCode(code));
                }
            } else if (in.isStart("cellXfs") || in.isEnd("cellXfs")) {
                inCells = in.isStart();
            } else if (inCells && in.isStart("xf")) {
                String id = in.attribute("numFmtId");
                kinds.byStyle.add(id == null ? Kind.NUMBER : own.getOrDefault(id, ofId(id)));
            }
            if (own.size() > MAX_STYLES || kinds.byStyle.size() > MAX_STYLES) {
                throw new UnreadableException(Reason.TOO_LARGE);
            }
        }
        return kinds;
    }

    /** Returns the kind of a built-in format, which every spreadsheet knows by number; East Asian ones included. */
    private static Kind ofId(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22" -> Kind.DATE;
            case "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" -> Kind.DATE;
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" -> Kind.TIME;
            default -> Kind.NUMBER;
        };
    }

    /** Returns the kind of a custom format, such as {@code dd-mm-yyyy} or {@code [h]:mm}; quoted text is ignored. */
    static Kind ofCode(String code) {
        if (code.length() > MAX_CODE) {
            return Kind.NUMBER;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "");
        boolean elapsed = bare.matches("(?i).*\\[[hms]+].*");
        String letters = bare.replaceAll("\\[[^]]*]", "").toLowerCase(java.util.Locale.ROOT);
        if (letters.contains("general") || letters.contains("standaard")) {
            return Kind.NUMBER;
        } else if (letters.matches(".*[dyj].*")) {
            return Kind.DATE;
        } else if (elapsed || letters.matches(".*[hs].*")) {
            return Kind.TIME;
        }
        return letters.matches("[^0#]*m[^0#]*") ? Kind.DATE : Kind.NUMBER;
    }

    Kind of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Kind.NUMBER;
    }
}
