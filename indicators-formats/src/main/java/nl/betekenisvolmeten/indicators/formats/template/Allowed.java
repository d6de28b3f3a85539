package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What cells may hold, in the two ways that every standard knows: a list of texts, or a pattern. */
final class Allowed {

    private static final int MAX_PERIODS = 60;

    private Allowed() {}

    /** Returns all texts that a column may hold, if there are not too many; empty if it is not of such a type. */
    static Optional<List<String>> values(ColumnType type) {
        if (type instanceof ColumnType.Code code) {
            return Optional.of(code.codes().codes());
        }
        if (type instanceof ColumnType.Place place) {
            Stream<String> areas = place.areas().areas(place.level()).stream().map(place::text);
            Stream<String> residuals = place.residuals().items().stream().map(Residual::code);
            return Optional.of(Stream.concat(areas, residuals).toList());
        }
        return type instanceof ColumnType.Time time ? periods(time) : Optional.empty();
    }

    /** Returns the periods of a format whose validity begins and ends; empty if there are too many. */
    private static Optional<List<String>> periods(ColumnType.Time time) {
        if (time.lengths().size() > 1
                || time.notation() == Period.Notation.DAY
                || time.validity().from().isEmpty()
                || time.validity().to().isEmpty()) {
            return Optional.empty();
        }
        Period from = time.validity().from().get();
        Period period = from.firstOf(time.kind());
        List<String> codes = new ArrayList<>();
        while (time.validity().contains(period) && codes.size() <= MAX_PERIODS) {
            codes.add(time.notation().write(period));
            period = period.next();
        }
        return codes.isEmpty() || codes.size() > MAX_PERIODS ? Optional.empty() : Optional.of(codes);
    }

    /**
     * Returns a pattern for standards that use the regular expressions of JavaScript, which have look-ahead: the digits
     * of a KvK number are not all zero. Other standards get the pattern of the column's type.
     */
    static Optional<String> scriptPattern(ColumnType type) {
        return type.pattern().map(pattern -> type instanceof ColumnType.Kvk ? "(?!0{8})" + pattern : pattern);
    }

    /** Returns a pattern that matches any of some texts. */
    static String oneOf(List<String> texts) {
        return texts.stream().map(Allowed::literal).collect(Collectors.joining("|", "(", ")"));
    }

    /** Returns a pattern that matches a text, written in characters that all kinds of regular expression share. */
    private static String literal(String text) {
        return Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]").matcher(text).replaceAll("\\\\$0");
    }

    /**
     * Returns the columns whose codes together must differ between rows; empty if there is no such rule, or it is not
     * an error to break it.
     */
    static List<String> key(FormatDefinition format) {
        return format.key()
                .filter(rule -> rule.verdict().severity() == Severity.ERROR)
                .map(rule -> rule.columns().stream().map(ColumnName::value).toList())
                .orElse(List.of());
    }
}
