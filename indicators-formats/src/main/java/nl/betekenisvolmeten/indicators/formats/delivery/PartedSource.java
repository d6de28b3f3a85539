package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Something that holds several named parts: a folder, a zip, a workbook with sheets. */
public interface PartedSource {

    /**
     * Returns the name for people.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the parts, each by its name, in the order of their names; sheets as they stand.
     *
     * @return the parts, or why there are none
     * @throws IOException if it cannot be read
     */
    Checked<List<DeliverySource>> parts() throws IOException;

    /**
     * Returns the files with explanations of warnings, which are not parts.
     *
     * @return each by the name of the part that it is about, or by that of this source where it is about all parts
     * @throws IOException if it cannot be read
     */
    default Map<String, DeliverySource> explanations() throws IOException {
        return Map.of();
    }

    /**
     * Returns a folder or a zip. Files that are called as another with {@code .toelichtingen.json} after it explain
     * warnings of that one.
     *
     * @param path the folder, or a file whose name ends in {@code .zip}
     * @param limits how much is taken
     * @return the source, or empty when it is neither
     */
    static Optional<PartedSource> of(Path path, Limits limits) {
        if (Files.isDirectory(path)) {
            return Optional.of(new FolderParts(path, limits));
        }
        Path name = path.getFileName();
        boolean zip = name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return zip ? Optional.of(new ZipParts(path, limits)) : Optional.empty();
    }

    /**
     * Returns a workbook whose sheets are the parts. Blank sheets and those with which our own forms explain themselves are
     * left out; {@link AccountReader#recognises} says whether it is an account at all.
     *
     * @param workbook the workbook
     * @return the source
     */
    static PartedSource ofWorkbook(DeliverySource workbook) {
        return new WorkbookParts(workbook, Map.of());
    }

    /**
     * Returns a workbook whose sheets are the parts, with explanations of warnings in any of its sheets.
     *
     * @param workbook the workbook
     * @param explanations the file with explanations
     * @return the source
     */
    static PartedSource ofWorkbook(DeliverySource workbook, DeliverySource explanations) {
        return WorkbookParts.of(workbook, explanations);
    }

    /**
     * Returns a source with the given parts.
     *
     * @param name the name for people
     * @param parts the parts
     * @return the source
     */
    static PartedSource of(String name, List<DeliverySource> parts) {
        List<DeliverySource> copy = List.copyOf(parts);
        return new PartedSource() {
            @Override
            public String name() {
                return PersonalData.mask(name);
            }

            @Override
            public Checked<List<DeliverySource>> parts() {
                return Checked.of(copy, Findings.of(List.of()));
            }
        };
    }

    /**
     * How much of a package of files is taken at most: a small zip can hold terabytes.
     *
     * @param files how many files it may hold, those that are no parts included
     * @param bytes how many bytes all files may have together, unpacked
     * @param nameLength how many characters the name of a file may have
     */
    public record Limits(int files, long bytes, int nameLength) {

        private static final Limits DEFAULTS = new Limits(100, 4L << 30, 255);

        /** @throws IllegalArgumentException if one is not */
        public Limits {
            if (files <= 0 || bytes <= 0 || nameLength <= 0) {
                throw new IllegalArgumentException(
                        "limits must be positive: files " + files + ", bytes " + bytes + ", nameLength " + nameLength);
            }
        }

        /**
         * Returns the usual limits: a hundred files of together 4 GB, with names of 255 characters.
         *
         * @return the default limits
         */
        public static Limits withDefaults() {
            return DEFAULTS;
        }
    }
}
