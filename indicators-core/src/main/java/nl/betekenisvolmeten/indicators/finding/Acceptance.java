package nl.betekenisvolmeten.indicators.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Why a warning is all right as it is: it holds for one place, and for as long as what was found there stays the same.
 *
 * @param code the warning's code; never one about personal data
 * @param row the row as a spreadsheet shows it; empty when the warning is not about a row
 * @param column the column; empty when the warning is not about one
 * @param fingerprint what was found, as {@link #fingerprint(Finding)} gives it
 * @param reason why it is all right; no personal data
 * @param role who says so: a role, never a person
 * @param date when
 */
public record Acceptance(
        FindingCode code,
        OptionalLong row,
        Optional<String> column,
        String fingerprint,
        String reason,
        Audience role,
        LocalDate date) {

    /** The longest reason, in UTF-16 units. */
    public static final int MAX_REASON = 500;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Keeps these hashes apart from hashes of the same texts made for anything else. */
    private static final String PURPOSE = "betekenisvolmeten acceptance 1";

    /**
     * @throws IllegalArgumentException if the code is about personal data, or the fingerprint or the reason has another
     *     shape
     */
    public Acceptance {
        if (!isAcceptable(code)) {
            throw new IllegalArgumentException("personal data cannot be explained: " + code);
        }
        checkedFingerprint(fingerprint);
        checkedReason(reason);
    }

    /**
     * Whether warnings of a code can be explained at all.
     *
     * @param code the code
     * @return false when it is about personal data
     */
    public static boolean isAcceptable(FindingCode code) {
        return !code.isPersonalData();
    }

    /**
     * The text itself when it can be a fingerprint.
     *
     * @param text any text
     * @return the text
     * @throws IllegalArgumentException if it is not a SHA-256 in lower-case hexadecimals
     */
    public static String checkedFingerprint(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException("not a fingerprint: " + PersonalData.mask(text));
        }
        return text;
    }

    /**
     * The text itself when it can be a reason.
     *
     * @param text any text
     * @return the text
     * @throws IllegalArgumentException if it is blank, too long, or holds personal data; the message does not show these
     */
    public static String checkedReason(String text) {
        if (text.isBlank() || text.length() > MAX_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON + " characters, not " + text.length());
        }
        if (!PersonalData.find(text).isEmpty()) {
            throw new IllegalArgumentException("a reason with personal data: " + PersonalData.mask(text));
        }
        return text;
    }

    /**
     * A hash of what was found: code, column, and everything that the finding's text speaks of. It does not depend on the
     * row or the file.
     *
     * <p>It shows that something changed; it hides nothing. A small number could be guessed from it, and may be: a warning
     * shows its value in every report, and what is personal was masked before it got into the finding.
     *
     * @param finding a finding
     * @return a SHA-256 in lower-case hexadecimals
     */
    public static String fingerprint(Finding finding) {
        MessageDigest digest = sha256();
        add(digest, PURPOSE);
        add(digest, finding.code().value());
        add(digest, finding.location().column().orElse(""));
        finding.arguments().forEach((name, text) -> {
            add(digest, name);
            add(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no two lists of texts run into the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
