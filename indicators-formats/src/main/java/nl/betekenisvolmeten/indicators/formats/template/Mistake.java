package nl.betekenisvolmeten.indicators.formats.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import nl.betekenisvolmeten.indicators.validation.RuleSet;
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

    /** What a person who fills in the form can do wrong: cells first, then rows. Notations come about otherwise. */
    static List<Mistake> of(FormatDefinition format, Language language) {
        List<Mistake> mistakes = new ArrayList<>();
        for (Map.Entry<RuleSet.CellCheck, Predicate<Column>> entry : applies().entrySet()) {
            List<ColumnName> columns = format.columns().stream()
                    .filter(entry.getValue())
                    .map(Column::name)
                    .toList();
            if (!columns.isEmpty()) {
                mistakes.add(of(format.ruleSet().verdict(entry.getKey()), columns, language));
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

    /** The columns in which a check can fail, in the order in which a person comes across them. */
    private static Map<RuleSet.CellCheck, Predicate<Column>> applies() {
        Map<RuleSet.CellCheck, Predicate<Column>> applies = new EnumMap<>(RuleSet.CellCheck.class);
        applies.put(RuleSet.CellCheck.REQUIRED, column -> !column.rule().mayBeEmpty());
        applies.put(
                RuleSet.CellCheck.EXPECTED,
                column -> column.rule().required() && column.rule().mayBeEmpty());
        for (RuleSet.CellCheck check : List.of(
                RuleSet.CellCheck.KNOWN_CODE,
                RuleSet.CellCheck.WHOLE_NUMBER,
                RuleSet.CellCheck.NOT_NEGATIVE,
                RuleSet.CellCheck.DECIMAL_NUMBER,
                RuleSet.CellCheck.KVK_NUMBER,
                RuleSet.CellCheck.PERIOD)) {
            applies.put(check, column -> CellBreaks.text(check, column, "").isPresent());
        }
        Predicate<Column> isText = column -> column.rule().type() instanceof ColumnType.Text;
        applies.put(RuleSet.CellCheck.LENGTH, isText);
        applies.put(
                RuleSet.CellCheck.POSSIBLE_NUMBER,
                column -> column.rule().type().decimals().isPresent());
        applies.put(RuleSet.CellCheck.NO_PERSONAL_DATA, isText);
        applies.put(RuleSet.CellCheck.NO_FORMULA, isText);
        return applies;
    }
}
