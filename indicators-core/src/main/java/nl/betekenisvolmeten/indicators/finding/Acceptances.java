package nl.betekenisvolmeten.indicators.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;

/**
 * Explanations of warnings of one delivery.
 *
 * <table>
 *   <caption>What is found about the explanations</caption>
 *   <tr><th>code</th><th>found</th></tr>
 *   <tr><td>BM-E01</td><td>it lapsed: something else was found in its place (a warning)</td></tr>
 *   <tr><td>BM-E02</td><td>it is not used: there is no such warning (a note)</td></tr>
 *   <tr><td>BM-E03</td><td>it is about an error, which no explanation takes away (a warning)</td></tr>
 *   <tr><td>BM-E04</td><td>it was not looked at, as not all findings were kept (a note)</td></tr>
 * </table>
 *
 * @param source where they stand, for findings about them
 * @param all the explanations, in order
 */
public record Acceptances(String source, List<Acceptance> all) {

    private static final FindingCode LAPSED = FindingCode.of("BM-E01");
    private static final FindingCode NOT_USED = FindingCode.of("BM-E02");
    private static final FindingCode OF_AN_ERROR = FindingCode.of("BM-E03");
    private static final FindingCode NOT_LOOKED_AT = FindingCode.of("BM-E04");

    public Acceptances {
        all = List.copyOf(all);
    }

    /**
     * What the explanations make of findings.
     *
     * @param open all findings but the explained warnings
     * @param explained the explained warnings, in the order of the explanations
     * @param remarks what was found about the explanations
     */
    public record Applied(Findings open, List<AcceptedWarning> explained, Findings remarks) {
        public Applied {
            explained = List.copyOf(explained);
        }

        /**
         * Returns findings with no warning explained.
         *
         * @param findings what was found
         * @return the findings, all open
         */
        public static Applied none(Findings findings) {
            return new Applied(findings, List.of(), Findings.none());
        }
    }

    private record Place(FindingCode code, OptionalLong row, Optional<String> column) {}

    /**
     * Separates the explained warnings from the others. Each explanation is for one warning; an error is never explained.
     *
     * @param findings what was found in the delivery
     * @return what is open, what is explained, and what is wrong with the explanations
     */
    public Applied apply(Findings findings) {
        Map<Place, Deque<Finding>> byPlace = byPlace(findings);
        List<AcceptedWarning> explained = new ArrayList<>();
        Findings.Collector remarks = Findings.Collector.withDefaults();
        for (int i = 0; i < all.size(); i++) {
            Acceptance acceptance = all.get(i);
            Deque<Finding> there = byPlace.getOrDefault(
                    new Place(acceptance.code(), acceptance.row(), acceptance.column()), new ArrayDeque<>());
            Optional<Finding> warning = there.stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .filter(finding -> Acceptance.fingerprint(finding).equals(acceptance.fingerprint()))
                    .findFirst();
            if (warning.isPresent()) {
                there.remove(warning.get());
                explained.add(new AcceptedWarning(warning.get(), acceptance));
            } else {
                remarks.add(remark(i, there, findings));
            }
        }
        Findings open = findings.without(
                explained.stream().map(AcceptedWarning::finding).toList());
        return new Applied(open, explained, remarks.toFindings());
    }

    /** Returns the findings with a code that some acceptance is about, by place. */
    private Map<Place, Deque<Finding>> byPlace(Findings findings) {
        Set<FindingCode> wanted = new HashSet<>();
        all.forEach(acceptance -> wanted.add(acceptance.code()));
        Map<Place, Deque<Finding>> byPlace = new HashMap<>();
        for (Finding finding : findings.kept()) {
            if (wanted.contains(finding.code())) {
                Location at = finding.location();
                byPlace.computeIfAbsent(new Place(finding.code(), at.row(), at.column()), place -> new ArrayDeque<>())
                        .add(finding);
            }
        }
        return byPlace;
    }

    private Finding remark(int index, Deque<Finding> there, Findings findings) {
        Acceptance acceptance = all.get(index);
        Map<String, String> arguments = new TreeMap<>();
        List<String> where = new ArrayList<>();
        acceptance.row().ifPresent(row -> where.add(Long.toString(row)));
        acceptance.column().ifPresent(where::add);
        arguments.put("code", acceptance.code().value());
        arguments.put("where", where.isEmpty() ? "-" : String.join(", ", where));
        Location place = Location.of(source).withPath("/explanations/" + index);
        if (there.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Finding.of(OF_AN_ERROR, Severity.WARNING, place, arguments);
        }
        if (there.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)) {
            return Finding.of(LAPSED, Severity.WARNING, place, arguments);
        }
        if (findings.truncated() && findings.count(acceptance.code()) > keptOf(acceptance.code(), findings)) {
            arguments.put("limit", Integer.toString(findings.kept().size()));
            return Finding.of(NOT_LOOKED_AT, Severity.NOTE, place, arguments);
        }
        return Finding.of(NOT_USED, Severity.NOTE, place, arguments);
    }

    private static long keptOf(FindingCode code, Findings findings) {
        return findings.kept().stream()
                .filter(finding -> finding.code().equals(code))
                .count();
    }

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
         * @throws IllegalArgumentException if {@code code} is about personal data, or {@code fingerprint} or
         *     {@code reason} has another shape
         */
        public Acceptance {
            if (!isAcceptable(code)) {
                throw new IllegalArgumentException("personal data cannot be explained: " + code);
            }
            checkedFingerprint(fingerprint);
            checkedReason(reason);
        }

        /**
         * Returns whether warnings of a code can be explained at all.
         *
         * @param code the code
         * @return false when it is about personal data
         */
        public static boolean isAcceptable(FindingCode code) {
            return !code.isPersonalData();
        }

        /**
         * Returns the text itself when it can be a fingerprint.
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
         * Returns the text itself when it can be a reason.
         *
         * @param text any text
         * @return the text
         * @throws IllegalArgumentException if it is blank, too long, or holds personal data; the message does not show these
         */
        public static String checkedReason(String text) {
            if (text.isBlank() || text.length() > MAX_REASON) {
                throw new IllegalArgumentException(
                        "a reason has 1 to " + MAX_REASON + " characters, not " + text.length());
            }
            if (!PersonalData.find(text).isEmpty()) {
                throw new IllegalArgumentException("a reason with personal data: " + PersonalData.mask(text));
            }
            return text;
        }

        /**
         * Returns a hash of what was found: code, column, and everything that the finding's text speaks of. It does not
         * depend on the row or the file.
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

        /** Adds a text with its length before it, so that no two lists of texts give the same bytes. */
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

    /**
     * A warning with the explanation why it is all right.
     *
     * @param finding the warning
     * @param acceptance why it is all right
     */
    public record AcceptedWarning(Finding finding, Acceptance acceptance) {}
}
