package nl.betekenisvolmeten.indicators.formats.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip is untrusted: what it holds is bounded, whatever it says of itself. */
class ZipPartsTest {

    private static final PartedSource.Limits SMALL = new PartedSource.Limits(5, 1_000, 40);

    @TempDir
    private Path folder;

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path path = folder.resolve("levering.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return path;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Checked<List<DeliverySource>> parts(Path path, PartedSource.Limits limits) throws IOException {
        return PartedSource.of(path, limits).orElseThrow().parts();
    }

    private static void refused(Path path, String reason) throws IOException {
        Checked<List<DeliverySource>> checked = parts(path, SMALL);
        assertThat(checked.value()).isEmpty();
        assertThat(checked.findings().kept()).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("VA-S04");
            assertThat(finding.arguments()).containsEntry("reason", reason);
            assertThat(finding.location().source()).contains("levering.zip");
        });
    }

    @Test
    void parts_files_areNamedWithoutTheirFolderAndReadAgain() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("levering/b.csv", bytes("b"));
        entries.put("levering/a.csv", bytes("a"));
        entries.put("levering/.DS_Store", bytes("x"));
        entries.put("__MACOSX/levering/._a.csv", bytes("x"));
        List<DeliverySource> parts = parts(zip(entries), SMALL).orThrow();
        assertThat(parts).extracting(DeliverySource::name).containsExactly("a.csv", "b.csv");
        for (int time = 0; time < 2; time++) {
            try (InputStream in = parts.get(0).open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes("a"));
            }
        }
    }

    /** Files that Windows, macOS and spreadsheet programs leave behind in a folder, wherever they are in the zip. */
    @Test
    void parts_filesThatASystemLeftBehind_areNoParts() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : new String[] {
            "Thumbs.db",
            "ehthumbs.db",
            "Desktop.ini",
            ".DS_Store",
            "~$telformat.xlsx",
            ".~lock.telformat.ods#",
            "__MACOSX/._telformat.csv",
            "levering/__MACOSX/telformat.csv"
        }) {
            entries.put(name, bytes("x"));
        }
        entries.put("levering/telformat.csv", bytes("a"));
        PartedSource.Limits many = PartedSource.Limits.withDefaults();
        assertThat(parts(zip(entries), many).orThrow())
                .extracting(DeliverySource::name)
                .containsExactly("telformat.csv");
        AccountReader reader =
                AccountReader.of(Definitions.bundled().accounts().all().get(0));
        assertThat(reader.read(PartedSource.of(folder.resolve("levering.zip"), many)
                                .orElseThrow())
                        .findings()
                        .kept())
                .noneMatch(finding -> finding.code().value().equals("VA-S02"));
    }

    /** A zip in a zip is not opened; the finding says what to do instead. */
    @Test
    void read_zipInAZip_advisesToUnpackIt() throws IOException {
        Path outer = zip(Map.of("telformat.zip", bytes("x"), "foto.jpg", bytes("x")));
        AccountReader reader =
                AccountReader.of(Definitions.bundled().accounts().all().get(0));
        assertThat(reader.read(PartedSource.of(outer, SMALL).orElseThrow())
                        .findings()
                        .kept())
                .filteredOn(finding -> finding.code().value().equals("VA-S02"))
                .extracting(finding -> finding.arguments().get("file") + " "
                        + finding.arguments().getOrDefault("reason", "-"))
                .containsExactlyInAnyOrder("foto.jpg -", "telformat.zip packed");
    }

    @Test
    void parts_nameWithAPath_harmsNothing() throws IOException {
        List<DeliverySource> parts =
                parts(zip(Map.of("../../etc/telformat.csv", bytes("a"))), SMALL).orThrow();
        assertThat(parts).extracting(DeliverySource::name).containsExactly("telformat.csv");
    }

    @Test
    void parts_moreFilesThanTheLimit_areRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            entries.put(i + ".csv", bytes("a"));
        }
        refused(zip(entries), "too_many_files");
    }

    /** A million noughts take a thousand bytes when packed. */
    @Test
    void parts_moreBytesThanTheLimitWhenUnpacked_areRefused() throws IOException {
        Path bomb = zip(Map.of("a.csv", new byte[1_000_000]));
        assertThat(Files.size(bomb)).isLessThan(2_000);
        refused(bomb, "too_large");
        refused(zip(Map.of("a.csv", new byte[600], "b.csv", new byte[600])), "too_large");
        assertThat(parts(zip(Map.of("a.csv", new byte[500], "b.csv", new byte[500])), SMALL)
                        .orThrow())
                .hasSize(2);
    }

    @Test
    void parts_nameThatNoFileHas_isRefused() throws IOException {
        refused(zip(Map.of("a".repeat(41), bytes("a"))), "name");
        refused(zip(Map.of("a\u0007.csv", bytes("a"))), "name");
    }

    @Test
    void parts_noZipOrADamagedOne_isRefused() throws IOException {
        Path path = folder.resolve("levering.zip");
        Files.write(path, bytes("dit is geen zip"));
        refused(path, "malformed");
        byte[] whole = Files.readAllBytes(zip(Map.of("a.csv", bytes("abcdefgh".repeat(40)))));
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));
        refused(path, "malformed");
        byte[] broken = whole.clone();
        Arrays.fill(broken, 36, 44, (byte) 0xFF);
        Files.write(path, broken);
        refused(path, "malformed");
    }

    @Test
    void parts_folderWithMoreFilesThanTheLimit_isRefused() throws IOException {
        for (int i = 0; i < 6; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "a");
        }
        Files.createDirectory(folder.resolve("map"));
        assertThat(parts(folder, SMALL).value()).isEmpty();
        assertThat(parts(folder, PartedSource.Limits.withDefaults()).orThrow()).hasSize(6);
    }

    @Test
    void of_anotherFile_isNoAccount() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a");
        assertThat(PartedSource.of(file, SMALL)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartedSource.Limits(0, 1, 1))
                .withMessage("limits must be positive: files 0, bytes 1, nameLength 1");
    }

    /** The same account as a folder, as a zip and as parts at hand gives the same findings. */
    @Test
    void read_folderZipAndParts_findTheSame() throws Exception {
        Path cases = FamilyCase.path("verantwoording-2026.1/VA-R01-fail");
        PartedSource asFolder =
                PartedSource.of(cases, PartedSource.Limits.withDefaults()).orElseThrow();
        List<DeliverySource> parts = asFolder.parts().orThrow();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (DeliverySource part : parts) {
            try (InputStream in = part.open()) {
                entries.put(part.name(), in.readAllBytes());
            }
        }
        PartedSource asZip = PartedSource.of(zip(entries), PartedSource.Limits.withDefaults())
                .orElseThrow();
        AccountReader reader =
                AccountReader.of(Definitions.bundled().accounts().all().get(0));
        AccountReader.Report report = reader.read(asFolder);
        assertThat(report.findings().total()).isEqualTo(2);
        assertThat(reader.read(asZip).findings()).isEqualTo(report.findings());
        assertThat(reader.read(asZip).parts()).isEqualTo(report.parts());
        assertThat(reader.read(PartedSource.of("VA-R01-fail", parts))).isEqualTo(report);
    }

    /** Explanations count wherever the parts are; they are no parts. */
    @Test
    void read_explanationsInFolderAndZip_areTheSame() throws Exception {
        Path cases = FamilyCase.path("verantwoording-2026.1/VA-R01-fail");
        Path account = Files.createDirectory(folder.resolve("levering"));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (DeliverySource part :
                parts(cases, PartedSource.Limits.withDefaults()).orThrow()) {
            try (InputStream in = part.open()) {
                entries.put(part.name(), in.readAllBytes());
            }
        }
        String first = entries.keySet().iterator().next();
        entries.put(first + ".toelichtingen.json", bytes("""
                {"explanations": [{"code": "TF-R06", "row": 2, "column": "vrijwilligersuren", "fingerprint": "0123456789abcdef",
                  "reason": "Stagiairs.", "role": "FILLER", "date": "2026-04-02"}]}
                """));
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Files.write(account.resolve(entry.getKey()), entry.getValue());
        }
        AccountReader reader =
                AccountReader.of(Definitions.bundled().accounts().all().get(0));
        AccountReader.Report asFolder = reader.read(
                PartedSource.of(account, PartedSource.Limits.withDefaults()).orElseThrow());
        AccountReader.Report asZip = reader.read(PartedSource.of(zip(entries), PartedSource.Limits.withDefaults())
                .orElseThrow());
        assertThat(asFolder.parts())
                .filteredOn(part -> part.explanations().isPresent())
                .singleElement()
                .satisfies(part -> assertThat(part.report().source()).isEqualTo(first));
        assertThat(asZip.parts()).isEqualTo(asFolder.parts());
        assertThat(asZip.findings()).isEqualTo(asFolder.findings());
    }

    /** A cell that changed after packing, in a file that is packed as it is. */
    @Test
    void parts_fileWithAnotherCheckSum_isRefused() throws IOException {
        byte[] content = bytes("11;33;7");
        Path path = folder.resolve("levering.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("a.csv");
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        assertThat(parts(path, SMALL).orThrow()).hasSize(1);
        String packed = Files.readString(path, StandardCharsets.ISO_8859_1);
        assertThat(packed).contains("11;33;7");
        Files.writeString(path, packed.replace("11;33;7", "11;93;7"), StandardCharsets.ISO_8859_1);
        refused(path, "malformed");
    }

    /** A compressed folder of Windows writes names in the code page of the machine. */
    @Test
    void parts_nameInACodePage_isRead() throws IOException {
        Path path = folder.resolve("levering.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("IBM850"))) {
            zip.putNextEntry(new ZipEntry("levering één/telformat één.csv"));
            zip.write(bytes("a"));
            zip.closeEntry();
        }
        List<DeliverySource> parts = parts(path, SMALL).orThrow();
        assertThat(parts).extracting(DeliverySource::name).containsExactly("telformat één.csv");
        try (InputStream in = parts.get(0).open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("a"));
        }
    }

    @Test
    void read_zipThatCannotBeOpened_isAReportWithoutParts() throws IOException {
        Path path = Files.write(folder.resolve("levering.zip"), bytes("x"));
        AccountReader.Report report = AccountReader.of(
                        Definitions.bundled().accounts().all().get(0))
                .read(PartedSource.of(path, SMALL).orElseThrow());
        assertThat(report.isGood()).isFalse();
        assertThat(report.parts()).isEmpty();
    }

    /** What packs too tightly is not unpacked at all, and entries may not lie over each other. */
    @Test
    void parts_packedTooTightlyOrOverEachOther_areRefusedUnread() throws IOException {
        PartedSource.Limits large = new PartedSource.Limits(100, 4L << 30, 255);
        Path tight = zip(Map.of("telformat.csv", new byte[10 << 20]));
        assertThat(parts(tight, large).findings().kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("reason", "too_large"));
        byte[] random = new byte[5_000];
        new Random(1).nextBytes(random);
        byte[] one = Files.readAllBytes(zip(Map.of("a.csv", random)));
        ByteBuffer end = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int directory = end.getInt(one.length - 6);
        int entryLength = end.getInt(one.length - 10);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(one, 0, directory);
        int copies = 20;
        for (int i = 0; i < copies; i++) {
            byte[] entry = Arrays.copyOfRange(one, directory, directory + entryLength);
            entry[46] = (byte) ('a' + i);
            twice.writeBytes(entry);
        }
        byte[] tail = Arrays.copyOfRange(one, directory + entryLength, one.length);
        ByteBuffer counts = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        counts.putShort(8, (short) copies).putShort(10, (short) copies).putInt(12, copies * entryLength);
        twice.writeBytes(tail);
        Path over = Files.write(folder.resolve("over.zip"), twice.toByteArray());
        assertThat(parts(over, large).findings().kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsEntry("reason", "malformed"));
    }
}
