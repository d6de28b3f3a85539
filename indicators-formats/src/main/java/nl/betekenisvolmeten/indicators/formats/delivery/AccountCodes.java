package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** Codes of findings about a package of files as a whole. */
final class AccountCodes {

    static final FindingCode MISSING_PART = FindingCode.of("VA-S01");
    static final FindingCode ABSENT_PART = FindingCode.of("VA-I01");
    static final FindingCode UNKNOWN_FILE = FindingCode.of("VA-S02");
    static final FindingCode PART_TWICE = FindingCode.of("VA-S03");
    static final FindingCode UNREADABLE = FindingCode.of("VA-S04");

    private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");
    private static final int BLOCK = 1 << 16;
    private static final String EXPLANATIONS = ".toelichtingen.json";

    /** Why a package cannot be opened. The message catalogue has a text for each. */
    enum Reason {
        /** Damaged, encrypted, or something else. */
        MALFORMED,
        /** More files than the limit. */
        TOO_MANY_FILES,
        /** More bytes than the limit. */
        TOO_LARGE,
        /** A workbook or document, which is technically a zip. */
        WORKBOOK,
        /** A name that is too long or has signs that no name has. */
        NAME
    }

    private AccountCodes() {}

    static <T> Checked<T> unreadable(String source, Reason reason) {
        return Checked.none(Findings.of(List.of(Finding.of(
                UNREADABLE,
                Severity.ERROR,
                Location.of(source),
                Map.of("reason", reason.name().toLowerCase(Locale.ROOT))))));
    }

    /** Returns whether a file is one that a system leaves behind without the user's knowledge: it is not a part. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("~$") || LEFT_BEHIND.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the name of the file that a file of explanations is about; empty if the name is not that of such a file.
     */
    static Optional<String> explained(String name) {
        return name.endsWith(EXPLANATIONS)
                ? Optional.of(name.substring(0, name.length() - EXPLANATIONS.length()))
                : Optional.empty();
    }

    static boolean isName(String name, PartedSource.Limits limits) {
        return !name.isBlank()
                && name.length() <= limits.nameLength()
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Returns whether a file contains other files, which are not unpacked. */
    static boolean isPacked(DeliverySource file) {
        return file.name().matches("(?i).*\\.(?:zip|gz|7z|rar)");
    }

    /** Returns whether two files have the same bytes; sheets are parts of one file and are never compared. */
    static boolean isSame(DeliverySource one, DeliverySource other) {
        if (one.sheet().isPresent() || other.sheet().isPresent()) {
            return false;
        }
        try (InputStream first = one.open();
                InputStream second = other.open()) {
            byte[] block = first.readNBytes(BLOCK);
            while (block.length > 0) {
                if (!Arrays.equals(block, second.readNBytes(block.length))) {
                    return false;
                }
                block = first.readNBytes(BLOCK);
            }
            return second.read() < 0;
        } catch (IOException e) {
            throw new IndicatorsException("cannot read " + other.name(), e);
        }
    }
}
