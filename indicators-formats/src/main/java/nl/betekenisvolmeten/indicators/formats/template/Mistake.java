package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;
import nl.betekenisvolmeten.indicators.validation.RuleSet.CellCheck;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * What can go wrong, for people who fill in a form.
 *
 * @param verdict its code and severity
 * @param title what it is
 * @param where the columns in which it occurs; empty when it is about a whole row
 * @param action what to do about it
 */
record Mistake(Verdict verdict, String title, String where, String action) {

    private static final Pattern UNKNOWN = Pattern.compile("(?<![\\p{L}\\p{N}])\\?");

    /**
     * Returns what a person who fills in the form can do wrong: first in cells, then in rows. Notations are left out,
     * since they arise in other ways.
     */
    static List<Mistake> of(FormatDefinition format, Language language) {
        List<Mistake> mistakes = new ArrayList<>();
        for (CellCheck check : CellCheck.values()) {
            List<ColumnName> columns = format.columns().stream()
                    .filter(column -> applies(check, column))
                    .map(Column::name)
                    .toList();
            if (!columns.isEmpty()) {
                mistakes.add(of(format.ruleSet().verdict(check), columns, language));
            }
        }
        for (Rule rule : format.ruleSet().rules()) {
            mistakes.add(of(rule.verdict(), rule.columns(), language));
        }
        Set<String> seen = new HashSet<>();
        mistakes.removeIf(mistake -> !seen.add(mistake.verdict() + mistake.where()));
        return mistakes;
    }

    private static Mistake of(Verdict verdict, List<ColumnName> columns, Language language) {
        String where = columns.stream().map(ColumnName::value).collect(Collectors.joining(", "));
        MessageCatalogue catalogue = MessageCatalogue.bundled();
        Map<String, String> arguments = new HashMap<>(Map.of("column", where));
        if (columns.size() > 1) {
            arguments.put("left", columns.get(0).value());
            arguments.put("right", columns.get(1).value());
        }
        Finding finding = Finding.of(verdict.code(), verdict.severity(), Location.nowhere(), arguments);
        String action = catalogue.message(finding, language, Audience.FILLER).action();
        // what a message would say of one finding is a question mark here: then nothing is better
        action = UNKNOWN.matcher(action).find() ? "" : action;
        return new Mistake(verdict, catalogue.title(verdict.code(), language), where, action);
    }

    /** Returns whether a check can fail in a column when a form is filled in. */
    private static boolean applies(CellCheck check, Column column) {
        return switch (check) {
            case REQUIRED -> !column.rule().mayBeEmpty();
            case EXPECTED -> column.rule().required() && column.rule().mayBeEmpty();
            case KNOWN_CODE, WHOLE_NUMBER, NOT_NEGATIVE, DECIMAL_NUMBER, KVK_NUMBER, PERIOD ->
                CellBreaks.text(check, column, "").isPresent();
            case LENGTH, NO_PERSONAL_DATA, NO_FORMULA -> column.rule().type() instanceof ColumnType.Text;
            case POSSIBLE_NUMBER -> column.rule().type().decimals().isPresent();
            case CODE_NOT_NAME, NOTATION, SPREADSHEET -> false;
        };
    }
}
