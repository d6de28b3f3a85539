package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/**
 * What a workbook is made of, besides the cells.
 *
 * @param sheets its sheets, in order
 * @param texts the texts that cells share
 * @param kinds what styles make of numbers
 * @param from1904 whether days are counted from 1904
 */
record WorkbookParts(List<SheetInfo> sheets, SharedTexts texts, CellKinds kinds, boolean from1904) {

    /** A sheet. */
    record SheetInfo(String name, String path, boolean hidden) {}

    /** A part that another one refers to. */
    private record Related(String type, String path) {}

    /** Opens parts by path. */
    private record Opener(ZipDirectory directory, ByteBudget budget, ReadLimits limits) {

        Optional<XmlPart> part(String path) throws IOException, UnreadableException {
            try {
                Optional<InputStream> bytes = directory.open(path, budget);
                return bytes.isEmpty() ? Optional.empty() : Optional.of(XmlPart.of(bytes.get(), limits));
            } catch (IOException e) {
                throw XmlPart.unreadable(e);
            }
        }
    }

    static WorkbookParts read(ZipDirectory directory, ReadLimits limits) throws IOException, UnreadableException {
        if (directory.contains("vbaproject") || directory.contains("/macrosheets/")) {
            throw new UnreadableException(Reason.MACROS);
        }
        Opener parts = new Opener(directory, new ByteBudget(limits.packed().unpacked()), limits);
        String workbook = related(parts, "").values().stream()
                .filter(related -> related.type().endsWith("/officeDocument"))
                .map(Related::path)
                .findFirst()
                .orElseThrow(() -> new UnreadableException(Reason.NO_SHEETS));
        Map<String, Related> related = related(parts, workbook);
        if (related.values().stream().anyMatch(part -> part.type().contains("Macrosheet"))) {
            throw new UnreadableException(Reason.MACROS);
        }
        List<SheetInfo> sheets = new ArrayList<>();
        boolean from1904 = readWorkbook(parts, workbook, related, sheets);
        if (sheets.isEmpty()) {
            throw new UnreadableException(Reason.NO_SHEETS);
        }
        return new WorkbookParts(List.copyOf(sheets), texts(parts, related), kinds(parts, related), from1904);
    }

    /** Returns the parts that a part refers to, by the id that it gives them. */
    private static Map<String, Related> related(Opener parts, String path) throws IOException, UnreadableException {
        int folder = path.lastIndexOf('/') + 1;
        Map<String, Related> related = new HashMap<>();
        try (XmlPart in = parts.part(path.substring(0, folder) + "_rels/" + path.substring(folder) + ".rels")
                .orElseThrow(() -> new UnreadableException(Reason.NO_SHEETS))) {
            while (in.nextStart("Relationship")) {
                String id = in.attribute("Id");
                String type = in.attribute("Type");
                String target = in.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(in.attribute("TargetMode"))) {
                    related.put(id, new Related(type, resolved(path.substring(0, folder), target)));
                }
                if (related.size() > parts.limits().packed().entries()) {
                    throw new UnreadableException(Reason.TOO_LARGE);
                }
            }
        }
        return related;
    }

    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static boolean readWorkbook(Opener parts, String path, Map<String, Related> related, List<SheetInfo> sheets)
            throws IOException, UnreadableException {
        boolean from1904 = false;
        try (XmlPart in = parts.part(path).orElseThrow(() -> new UnreadableException(Reason.NO_SHEETS))) {
            while (in.next()) {
                if (in.isStart("workbookPr")) {
                    from1904 = in.flag("date1904");
                } else if (in.isStart("sheet")) {
                    sheet(in, related).ifPresent(sheets::add);
                }
                if (sheets.size() > parts.limits().packed().sheets()) {
                    throw new UnreadableException(Reason.TOO_LARGE);
                }
            }
        }
        return from1904;
    }

    /** Returns a sheet with cells; empty for others, as charts may be sheets too. */
    private static Optional<SheetInfo> sheet(XmlPart in, Map<String, Related> related) {
        String name = in.attribute("name");
        String state = in.attribute("state");
        boolean hidden = state != null && !state.equals("visible");
        return Optional.ofNullable(in.attribute("id"))
                .map(related::get)
                .filter(part -> part.type().endsWith("/worksheet"))
                .map(part -> new SheetInfo(name == null ? "?" : name, part.path(), hidden));
    }

    private static SharedTexts texts(Opener parts, Map<String, Related> related)
            throws IOException, UnreadableException {
        Optional<XmlPart> part = only(parts, related, "/sharedStrings");
        if (part.isEmpty()) {
            return SharedTexts.none();
        }
        try (XmlPart in = part.get()) {
            return SharedTexts.read(in, parts.limits());
        }
    }

    private static CellKinds kinds(Opener parts, Map<String, Related> related) throws IOException, UnreadableException {
        Optional<XmlPart> part = only(parts, related, "/styles");
        if (part.isEmpty()) {
            return CellKinds.none();
        }
        try (XmlPart in = part.get()) {
            return CellKinds.read(in);
        }
    }

    private static Optional<XmlPart> only(Opener parts, Map<String, Related> related, String type)
            throws IOException, UnreadableException {
        Optional<Related> found = related.values().stream()
                .filter(part -> part.type().endsWith(type))
                .findFirst();
        return found.isEmpty() ? Optional.empty() : parts.part(found.get().path());
    }
}
