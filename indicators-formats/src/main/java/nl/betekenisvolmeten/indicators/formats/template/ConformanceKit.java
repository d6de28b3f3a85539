package nl.betekenisvolmeten.indicators.formats.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.zip.StableZip;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * For each rule of each format a small delivery that keeps it and one that breaks it, with what must be found. Whoever
 * writes an export or a validator, in whatever language, can hold it against these.
 *
 * <p>The deliveries are made from the definitions: good rows out of the code lists, with one thing changed. What
 * is expected follows from the change, not from a run of a validator. The same formats give the same bytes each time.
 */
public final class ConformanceKit {

    private static final List<String> READ_ME = List.of("README.nl.md", "README.en.md");
    private static final String NOT_BROKEN = "@NOT_BROKEN@";

    private final List<Case> cases = new ArrayList<>();
    private final List<Case> deliveries = new ArrayList<>();
    private final List<String> notBroken = new ArrayList<>();

    private ConformanceKit(List<FormatDefinition> formats) {
        for (FormatDefinition format : formats) {
            FormatCases all = FormatCases.of(format);
            cases.addAll(all.cases());
            deliveries.addAll(all.deliveries());
            if (!all.nowhereBroken().isEmpty()) {
                notBroken.add("- " + format.id() + ": "
                        + all.nowhereBroken().stream()
                                .sorted()
                                .map(FindingCode::value)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    /**
     * A small delivery and what must be found in it.
     *
     * @param format the format it is a delivery of
     * @param file the delivery; its name starts with the code of the rule that it is about, or with what carries it
     * @param previous the delivery before it, with which it must be compared; empty when there is none
     * @param expected all that must be found; empty for a delivery that keeps the rules
     * @param accepted the number of rows without an error
     */
    public record Case(FormatId format, File file, Optional<File> previous, List<Expected> expected, int accepted) {

        public Case {
            expected = List.copyOf(expected);
        }

        /** Returns a case of one delivery. */
        static Case of(FormatDefinition format, File file, List<Expected> expected, int accepted) {
            return new Case(format.id(), file, Optional.empty(), expected, accepted);
        }
    }

    /**
     * A finding that must be given.
     *
     * @param code its code
     * @param severity how serious it is, when notations are judged as is standard
     * @param row the row as a spreadsheet shows it, where the header is 1; empty for the file as a whole
     * @param column the column; empty when no column is pointed at
     */
    public record Expected(FindingCode code, Severity severity, OptionalLong row, Optional<String> column) {

        /** The second row, which is the one that cases change. */
        private static final OptionalLong CHANGED_ROW = OptionalLong.of(3);

        /** Returns a finding about the file as a whole. */
        static Expected of(Verdict verdict) {
            return new Expected(verdict.code(), verdict.severity(), OptionalLong.empty(), Optional.empty());
        }

        /** Returns a finding about the changed row. */
        static Expected inRow(Verdict verdict) {
            return new Expected(verdict.code(), verdict.severity(), CHANGED_ROW, Optional.empty());
        }

        /** Returns a finding about a cell of the changed row. */
        static Expected inCell(Verdict verdict, ColumnName column) {
            return new Expected(verdict.code(), verdict.severity(), CHANGED_ROW, Optional.of(column.value()));
        }
    }

    /** A file of the kit: a name, without a folder, and bytes. Immutable. */
    public static final class File {
        private final String name;
        private final byte[] bytes;

        private File(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        static File of(String name, byte[] bytes) {
            return new File(name, bytes.clone());
        }

        static File of(String name, String text) {
            return new File(name, text.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Returns the name.
         *
         * @return without a folder
         */
        public String name() {
            return name;
        }

        /**
         * Returns what is in it.
         *
         * @return a copy of the bytes
         */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Makes a kit.
     *
     * @param formats the formats
     * @return the kit
     */
    public static ConformanceKit of(List<FormatDefinition> formats) {
        return new ConformanceKit(formats);
    }

    /**
     * Returns deliveries as CSV in UTF-8 with semicolons, for each rule one that keeps it and one that breaks it.
     *
     * @return the cases, by format
     */
    public List<Case> cases() {
        return List.copyOf(cases);
    }

    /**
     * Returns the same rows in every carrier and encoding, and deliveries next to the one before.
     *
     * @return the cases, by format
     */
    public List<Case> deliveries() {
        return List.copyOf(deliveries);
    }

    /**
     * Writes the kit as a zip file: explanation in two languages, and for each format a folder with its deliveries and
     * {@code expected.csv}.
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void write(OutputStream out) throws IOException {
        StableZip zip = StableZip.of(out);
        String list = notBroken.isEmpty() ? "-" : String.join("\n", notBroken);
        for (String name : READ_ME) {
            zip.put(name, resource(name).replace(NOT_BROKEN, list));
        }
        for (FormatId format : cases.stream().map(Case::format).distinct().toList()) {
            List<Case> own = Stream.concat(cases.stream(), deliveries.stream())
                    .filter(known -> known.format().equals(format))
                    .toList();
            zip.put(format + "/expected.csv", expected(own));
            for (Case known : own) {
                zip.put(format + "/" + known.file().name(), known.file().bytes());
                if (known.previous().isPresent()) {
                    zip.put(
                            format + "/" + known.previous().get().name(),
                            known.previous().get().bytes());
                }
            }
        }
        zip.finish();
    }

    private static String expected(List<Case> cases) {
        List<List<String>> rows = new ArrayList<>();
        for (Case own : cases) {
            String file = own.file().name();
            String number = Integer.toString(own.accepted());
            String previous = own.previous().map(File::name).orElse("");
            if (own.expected().isEmpty()) {
                rows.add(List.of(file, "", "", "", "", number, previous));
            }
            for (Expected finding : own.expected()) {
                rows.add(List.of(
                        file,
                        finding.code().value(),
                        finding.severity().name(),
                        finding.row().isPresent() ? Long.toString(finding.row().getAsLong()) : "",
                        finding.column().orElse(""),
                        number,
                        previous));
            }
        }
        return CsvText.of(List.of("file", "code", "severity", "row", "column", "accepted", "previous"), rows);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConformanceKit.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IndicatorsException("a text of the kit is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
