package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Makes workbooks part by part, so that any part can be what no program would make of it. */
final class Packed {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String WORKBOOK = "xl/workbook.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A good workbook with one sheet, of the delivery's header and one row, and with shared texts. */
    Packed() {
        with("_rels/.rels", relationships("officeDocument", List.of("xl/workbook.xml")));
        with(WORKBOOK, workbook(List.of("Telling")));
        with(
                "xl/_rels/workbook.xml.rels",
                relationships("worksheet", List.of("worksheets/sheet1.xml"))
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"texts\" Type=\"" + OFFICE
                                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        with(TEXTS, texts("<si><t>Taalcafé</t></si>"));
        with(SHEET, sheet(row(1, Deliveries.COLUMNS) + goodRow(2)));
    }

    static String relationships(String type, List<String> targets) {
        return IntStream.range(0, targets.size())
                .mapToObj(i -> "<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\""
                        + targets.get(i) + "\"/>")
                .collect(Collectors.joining("", "<Relationships xmlns=\"" + PACKAGE + "\">", "</Relationships>"));
    }

    static String workbook(List<String> sheets) {
        return IntStream.range(0, sheets.size())
                .mapToObj(i -> "<sheet name=\"" + sheets.get(i) + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1)
                        + "\"/>")
                .collect(Collectors.joining(
                        "",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><workbookPr/><sheets>",
                        "</sheets></workbook>"));
    }

    static String texts(String items) {
        return "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>";
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String row(int number, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cell((char) ('A' + i) + Integer.toString(number), cells.get(i)))
                .collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>"));
    }

    static String cell(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String goodRow(int number) {
        return row(number, List.copyOf(Deliveries.row(number).values()));
    }

    Packed with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Packed with(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** The sheet with something before and after its good rows. */
    Packed withSheet(String prolog, String rows) {
        return with(SHEET, prolog + sheet(row(1, Deliveries.COLUMNS) + goodRow(2) + rows));
    }

    Packed without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    DeliverySource source() {
        return DeliverySource.of("telling.xlsx", bytes());
    }

    /** Where the list of contents tells of an entry. */
    static int directoryEntry(byte[] zip, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(zip.length - 6);
        while (bytes.getInt(at) == 0x02014b50) {
            int nameLength = bytes.getShort(at + 28);
            if (new String(zip, at + 46, nameLength, StandardCharsets.UTF_8).equals(name)) {
                return at;
            }
            at += 46 + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        throw new AssertionError("no entry " + name);
    }

    static byte[] withInt(byte[] zip, int at, int value) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    /** The bytes with a name wherever it stands made another of the same length. */
    static byte[] renamed(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
