package nl.betekenisvolmeten.indicators.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes of files that tests of readers make, each decided by a random generator alone. */
public final class Mutations {

    private static final byte[] SYNTAX = "{}[]\":,;\t\n\r\\0-e.tn u'<>&=/\u00e9\u200b".getBytes(StandardCharsets.UTF_8);

    /** What people, spreadsheets and those who mean harm put into a cell. */
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\u00a0",
            "0",
            "-1",
            "1.200",
            "1,5",
            "1e9",
            "1e999999999",
            "9223372036854775808",
            "<5",
            "25%",
            "nvt",
            "Totaal",
            "2026KW02",
            "Q2 2026",
            "31-06-2026",
            "46113",
            "WK051829",
            "Laak",
            "=1+1",
            "'=1+1",
            "\ufeffx",
            "\u202ex",
            "\"",
            "\"x",
            "x\"y",
            "\n",
            "<script>",
            "]]>",
            "&#0;",
            "{0}",
            "123456782",
            "jan.jansen@example.org",
            "null");

    private static final char PART = '\u001c';
    private static final char NAME_END = '\u001d';

    private Mutations() {}

    /** Deletes, doubles or changes a stretch of bytes, or cuts the end off, once or a few times. */
    public static byte[] bytes(byte[] original, Random random) {
        StringBuilder bytes = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        int edits = 1 + random.nextInt(4);
        for (int edit = 0; edit < edits && bytes.length() > 1; edit++) {
            int from = random.nextInt(bytes.length());
            int to = Math.min(bytes.length(), from + 1 + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> bytes.delete(from, to);
                case 1 -> bytes.insert(from, bytes.substring(from, to));
                case 2 -> bytes.setCharAt(from, (char) (bytes.charAt(from) ^ 1 << random.nextInt(8)));
                case 3 -> bytes.setCharAt(from, (char) (SYNTAX[random.nextInt(SYNTAX.length)] & 0xFF));
                case 4 -> bytes.setCharAt(from, (char) random.nextInt(256));
                default -> bytes.setLength(random.nextInt(8) == 0 ? from : bytes.length());
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Puts other texts between the separators of a file, or doubles, deletes or swaps lines: rows stay rows. */
    public static byte[] cells(byte[] original, Random random) {
        List<String> lines = new ArrayList<>(
                new String(original, StandardCharsets.UTF_8).lines().toList());
        int edits = 1 + random.nextInt(4);
        for (int edit = 0; edit < edits && !lines.isEmpty(); edit++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(8)) {
                case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 1 -> lines.remove(at);
                case 2 -> lines.add(at, CELLS.get(random.nextInt(CELLS.size())));
                default -> lines.set(at, cell(lines.get(at), random));
            }
        }
        return String.join(random.nextInt(4) == 0 ? "\r\n" : "\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String line, Random random) {
        String[] cells = line.split("(?<=[;,\\t<>])|(?=[;,\\t<>])", -1);
        cells[random.nextInt(cells.length)] = CELLS.get(random.nextInt(CELLS.size()));
        return String.join("", cells);
    }

    /** Changes the parts of a package before they are packed, and now and then the package itself. */
    public static byte[] packed(byte[] original, Random random) {
        if (random.nextInt(5) == 0) {
            return bytes(original, random);
        }
        Map<String, byte[]> parts = unpacked(original);
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] part = Objects.requireNonNull(parts.get(name));
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(CELLS.get(random.nextInt(CELLS.size())) + name, part);
            case 2 -> parts.put(name, parts.get(names.get(random.nextInt(names.size()))));
            default -> parts.put(name, random.nextBoolean() ? bytes(part, random) : cells(part, random));
        }
        return packed(parts);
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /**
     * Returns the parts of a package one after the other, so that a fuzzer that does not know packages can change them.
     */
    public static byte[] joined(byte[] packed) {
        StringBuilder joined = new StringBuilder();
        unpacked(packed)
                .forEach((name, part) -> joined.append(PART)
                        .append(name)
                        .append(NAME_END)
                        .append(new String(part, StandardCharsets.ISO_8859_1)));
        return joined.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Packs the result of {@link #joined}, however it was changed. */
    public static byte[] packedAgain(byte[] joined) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String part : new String(joined, StandardCharsets.ISO_8859_1).split(Character.toString(PART))) {
            int end = part.indexOf(NAME_END);
            if (end > 0) {
                parts.put(part.substring(0, end), part.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return packed(parts);
    }

    /** The parts as a package. */
    public static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                try {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                } catch (ZipException e) {
                    continue; // a name that is there already
                }
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
