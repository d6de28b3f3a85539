package nl.betekenisvolmeten.indicators.formats.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.xml.sax.SAXException;

/** A workbook that was written, read with the library for reading, and its parts as text. */
final class Sheets {

    private final byte[] bytes;
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    private final Map<String, String> parts;

    private Sheets(byte[] bytes) throws IOException {
        this.bytes = bytes;
        parts = parts(bytes);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), rows(sheet));
            }
        }
    }

    private static Map<String, String> parts(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    static Sheets of(AccountTemplate template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.writeWorkbook(out);
        return new Sheets(out.toByteArray());
    }

    static Sheets of(Template template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.writeWorkbook(out);
        return new Sheets(out.toByteArray());
    }

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.map(row -> {
                        List<String> cells = new ArrayList<>();
                        for (int i = 0; i < row.getCellCount(); i++) {
                            Cell cell = row.getCell(i);
                            cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
                        }
                        return cells;
                    })
                    .toList();
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    List<List<String>> rows(String sheet) {
        return Objects.requireNonNull(sheets.get(sheet), sheet);
    }

    String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    String form() {
        return part("xl/worksheets/sheet1.xml");
    }

    /** The text of all notes at the header. */
    String notes() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part("xl/comments1.xml").getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement()
                    .getTextContent();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /** All that stands in a sheet, with blanks between. */
    String text(String sheet) {
        StringBuilder text = new StringBuilder();
        rows(sheet).forEach(row -> text.append(String.join(" ", row)).append('\n'));
        return text.toString();
    }

    /** A column of the sheet of codes, below its header. */
    List<String> codes(int column) {
        return rows("Codes").stream()
                .skip(2)
                .filter(row -> row.size() > column && !row.get(column).isEmpty())
                .map(row -> row.get(column))
                .toList();
    }

    /** This form with rows filled in as a spreadsheet would: texts as texts, numbers as numbers. */
    Sheets filled(List<List<String>> rows, List<Boolean> numeric) throws IOException {
        return filled(1, rows, numeric);
    }

    /** The same, of the sheet at a place, from 1. */
    Sheets filled(int position, List<List<String>> rows, List<Boolean> numeric) throws IOException {
        StringBuilder xml = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 2).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = rows.get(r).get(c);
                String place = CodesSheet.letter(c) + (r + 2);
                if (!cell.isEmpty()) {
                    xml.append(
                            numeric.get(c)
                                    ? "<c r=\"" + place + "\"><v>" + cell + "</v></c>"
                                    : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + Xml.escape(cell)
                                            + "</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> changed = new LinkedHashMap<>(parts);
        String name = "xl/worksheets/sheet" + position + ".xml";
        changed.put(name, part(name).replace("</sheetData>", xml + "</sheetData>"));
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : changed.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Sheets(out.toByteArray());
    }
}
