package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * An account of several parts that belong together, in one version. Each part is of a format of its own.
 *
 * @param id the account and its version
 * @param title its name
 * @param validity the periods for which it holds
 * @param provenance what it rests on, and how official it is
 * @param parts its parts, in order
 * @param rules what holds over the parts
 */
public record AccountDefinition(
        FormatId id,
        LocalizedText title,
        Validity validity,
        Provenance provenance,
        List<Part> parts,
        List<Rule> rules) {

    /** The name of the sheet with code lists in a template. */
    public static final String CODES_SHEET = "Codes";

    /**
     * Returns the name of the sheet that explains a template.
     *
     * @param language the language of the template
     * @return the name
     */
    public static String guideSheet(Language language) {
        return switch (language) {
            case NL -> "Uitleg";
            case EN -> "Explanation";
        };
    }

    /**
     * Returns whether a sheet of a workbook only explains a template, so that nobody fills it in.
     *
     * @param sheet the name of the sheet
     * @return true for the names that such sheets have in any language
     */
    public static boolean isExplanationSheet(String sheet) {
        return sheet.equals(CODES_SHEET)
                || Stream.of(Language.values())
                        .anyMatch(language -> guideSheet(language).equals(sheet));
    }

    /**
     * @throws IllegalArgumentException if there are no parts, one appears twice, or a rule names a part or a column
     *     that does not exist
     */
    public AccountDefinition {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        parts.forEach(part -> {
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("part appears twice: " + part.name());
            }
        });
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must not be empty: " + id);
        }
        for (Rule rule : rules) {
            check(rule, parts);
        }
    }

    private static void check(Rule rule, List<Part> parts) {
        if (rule instanceof Rule.Occurs occurs) {
            occurs.columns().forEach(column -> {
                has(occurs.from(), column, parts);
                has(occurs.to(), column, parts);
            });
        } else if (rule instanceof Rule.Same same && parts.stream().noneMatch(part -> part.has(same.column()))) {
            throw new IllegalArgumentException("no part has column " + same.column());
        }
    }

    private static void has(String name, ColumnName column, List<Part> parts) {
        if (parts.stream().noneMatch(part -> part.name().equals(name) && part.has(column))) {
            throw new IllegalArgumentException("no part " + name + " with column " + column);
        }
    }

    /**
     * A part.
     *
     * @param name its name, also of its file or sheet
     * @param format its format
     * @param title its name in words
     * @param required whether it is asked of every organisation; an agreement with the organisation takes precedence
     */
    public record Part(String name, FormatDefinition format, LocalizedText title, boolean required) {

        /**
         * Returns whether its format has a column.
         *
         * @param column the column
         * @return true if it does
         */
        public boolean has(ColumnName column) {
            return format.column(column).isPresent();
        }
    }

    /**
     * Returns a part.
     *
     * @param name its name
     * @return the part, or empty if there is none of that name
     */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** A rule over the parts of an account, as data. */
    public sealed interface Rule {

        /**
         * Returns the verdict on data that break the rule.
         *
         * @return code and severity
         */
        Verdict verdict();

        /**
         * All parts that have a column say the same in it, in every row.
         *
         * @param verdict the verdict if the rule is broken
         * @param column the column
         */
        record Same(Verdict verdict, ColumnName column) implements Rule {}

        /**
         * What a row of one part says occurs in a row of another.
         *
         * @param verdict the verdict if the rule is broken
         * @param from the part that refers
         * @param to the part that it refers to
         * @param columns the columns, which both have
         */
        record Occurs(Verdict verdict, String from, String to, List<ColumnName> columns) implements Rule {
            /** @throws IllegalArgumentException if there are no columns */
            public Occurs {
                columns = List.copyOf(columns);
                if (columns.isEmpty()) {
                    throw new IllegalArgumentException(
                            "columns by which a part refers to another must not be empty: " + from + ", " + to);
                }
            }
        }
    }
}
