package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** The files of a folder, not those of folders in it. Links are not followed. */
record FolderParts(Path folder, PartedSource.Limits limits) implements PartedSource {

    @Override
    public String name() {
        Path name = folder.getFileName();
        return PersonalData.mask(name == null ? folder.toString() : name.toString());
    }

    @Override
    public Checked<List<DeliverySource>> parts() throws IOException {
        List<Path> files = files();
        if (files.size() > limits.files()) {
            return AccountCodes.unreadable(name(), AccountCodes.Reason.TOO_MANY_FILES);
        }
        List<DeliverySource> parts = files.stream()
                .filter(file -> explained(file).isEmpty())
                .map(DeliverySource::of)
                .sorted(Comparator.comparing(DeliverySource::name))
                .toList();
        return Checked.of(parts, Findings.of(List.of()));
    }

    @Override
    public Map<String, DeliverySource> explanations() throws IOException {
        Map<String, DeliverySource> explanations = new TreeMap<>();
        for (Path file : files()) {
            // the name as that of the part is shown
            explained(file)
                    .ifPresent(part -> explanations.put(
                            DeliverySource.of(folder.resolve(part)).name(), DeliverySource.of(file)));
        }
        return explanations;
    }

    private static Optional<String> explained(Path file) {
        return AccountCodes.explained(String.valueOf(file.getFileName()));
    }

    /** Returns the files, up to one more than the limit. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        && !AccountCodes.isHidden(String.valueOf(entry.getFileName()))) {
                    files.add(entry);
                }
                if (files.size() > limits.files()) {
                    return files;
                }
            }
        }
        return files;
    }
}
