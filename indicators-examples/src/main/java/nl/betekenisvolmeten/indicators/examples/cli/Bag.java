package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Files in a zip, laid out as BagIt (RFC 8493) so that an archive can take them in: the files, and lists of their hashes. The
 * same files give the same bytes.
 */
final class Bag {

    private static final String FOLDER = "dossier/";
    private static final String DATA = "data/";
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final long MOST_BYTES = 1L << 30;

    /** A moment that Java keeps the same in every time zone, as in {@code StableZip}. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SortedMap<String, byte[]> files;
    private final Map<String, String> hashes;

    private Bag(SortedMap<String, byte[]> files, Map<String, String> hashes) {
        this.files = files;
        this.hashes = hashes;
    }

    /** Returns the files, by their names below the data folder. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /** Returns the names of files that differ from the list: changed, missing, or not in it. */
    List<String> changed() {
        List<String> changed = new ArrayList<>();
        files.forEach((name, bytes) -> {
            if (!hash(bytes).equals(hashes.get(name))) {
                changed.add(name);
            }
        });
        hashes.keySet().stream().filter(name -> !files.containsKey(name)).forEach(changed::add);
        return changed;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a hash that can only be computed with the key. */
    static String hash(byte[] bytes, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(SortedMap<String, byte[]> files, String program, OutputStream out) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        StringBuilder manifest = new StringBuilder();
        long bytes = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            all.put(DATA + file.getKey(), file.getValue());
            line(manifest, DATA + file.getKey(), file.getValue());
            bytes += file.getValue().length;
        }
        put(all, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        put(
                all,
                "bag-info.txt",
                "Bag-Software-Agent: " + program + "\nPayload-Oxum: " + bytes + "." + files.size() + "\n");
        put(all, MANIFEST, manifest.toString());
        StringBuilder tags = new StringBuilder();
        for (String name : List.of("bag-info.txt", "bagit.txt", MANIFEST)) {
            line(tags, name, all.getOrDefault(name, new byte[0]));
        }
        put(all, "tagmanifest-sha256.txt", tags.toString());
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(FOLDER + file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
    }

    private static void put(Map<String, byte[]> all, String name, String text) {
        all.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder lines, String name, byte[] bytes) {
        lines.append(hash(bytes)).append("  ").append(name).append('\n');
    }

    /** Reads a bag; files outside its folder are ignored. */
    static Bag read(Path path) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Map<String, String> hashes = new TreeMap<>();
        long left = MOST_BYTES;
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (!name.startsWith(FOLDER) || entry.isDirectory() || name.contains("..")) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                    left -= bytes.length;
                    if (left < 0) {
                        throw new IOException("more than " + MOST_BYTES + " bytes");
                    }
                    take(name.substring(FOLDER.length()), bytes, files, hashes);
                }
            }
        }
        return new Bag(files, hashes);
    }

    private static void take(String name, byte[] bytes, Map<String, byte[]> files, Map<String, String> hashes) {
        if (name.startsWith(DATA)) {
            files.put(name.substring(DATA.length()), bytes);
        } else if (name.equals(MANIFEST)) {
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("  " + DATA, 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> hashes.put(parts[1], parts[0]));
        }
    }
}
