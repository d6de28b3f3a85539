package nl.betekenisvolmeten.indicators.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;

/** Reads one cell after another and says what is wrong with each. */
final class CellChecker {

    private final RuleSet rules;
    private final Leniency leniency;

    CellChecker(RuleSet rules, Leniency leniency) {
        this.rules = rules;
        this.leniency = leniency;
    }

    /**
     * Reads a cell.
     *
     * @return whether it passed; a note or warning does not keep it from passing
     */
    boolean check(int index, String text, Location row, RowCells cells, Consumer<Finding> found) {
        ColumnRule column = rules.columns().get(index);
        Location place = row.withColumn(column.name().value());
        Reporter reporter = new Reporter(column, place, text, found);
        boolean passed = column.type() instanceof ColumnType.Text ? textIsClean(text, reporter) : true;
        CellResult result = column.type().read(text);
        if (result instanceof CellResult.Empty) {
            if (column.required()) {
                passed = reporter.report(CellCheck.REQUIRED, Map.of(), List.of()) && passed;
            }
        } else if (result instanceof CellResult.Failure failure) {
            passed = failed(column, text, failure, reporter) && passed;
        } else {
            passed = notation(column, (CellResult.Value) result, reporter) && passed;
        }
        cells.set(index, result, passed);
        return passed;
    }

    /** Personal data and formulas in free text. */
    private boolean textIsClean(String text, Reporter reporter) {
        Set<PersonalData.Kind> kinds = PersonalData.find(text);
        boolean clean = kinds.isEmpty() || reporter.reportPersonalData(kinds);
        if (SpreadsheetFormula.isFormula(text)) {
            clean = reporter.report(CellCheck.NO_FORMULA, Map.of(), List.of()) && clean;
        }
        return clean;
    }

    /** A cell that is no valid value may hold a person's data instead; then that is what matters. */
    private boolean failed(ColumnRule column, String text, CellResult.Failure failure, Reporter reporter) {
        if (!(column.type() instanceof ColumnType.Text)) {
            Set<PersonalData.Kind> kinds = PersonalData.find(text);
            if (!kinds.isEmpty()) {
                return reporter.reportPersonalData(kinds);
            }
        }
        return reporter.report(failure.failed(), failure.arguments(), failure.suggestions());
    }

    private boolean notation(ColumnRule column, CellResult.Value value, Reporter reporter) {
        boolean attribute = column.part() instanceof ColumnRule.Part.OfAttribute;
        if (value.passed() == CellResult.Notation.AGREED || attribute) {
            return true;
        }
        CellCheck check = value.passed() == CellResult.Notation.NAME ? CellCheck.CODE_NOT_NAME : CellCheck.NOTATION;
        return reporter.report(check, Map.of("read_as", value.text()), List.of());
    }

    /** Makes findings about one cell. Each report returns whether the cell may still pass. */
    private final class Reporter {
        private final ColumnRule column;
        private final Location place;
        private final String text;
        private final Consumer<Finding> found;

        Reporter(ColumnRule column, Location place, String text, Consumer<Finding> found) {
            this.column = column;
            this.place = place;
            this.text = text;
            this.found = found;
        }

        boolean report(CellCheck check, Map<String, String> arguments, List<String> suggestions) {
            Verdict verdict = rules.verdict(check);
            Severity severity = check.isNotation() ? leniency.notation(verdict.severity()) : verdict.severity();
            Map<String, String> all = new HashMap<>(arguments);
            all.put("column", column.name().value());
            all.put(Finding.VALUE, text);
            found.accept(new Finding(verdict.code(), severity, place, all, suggestions));
            return severity != Severity.ERROR;
        }

        boolean reportPersonalData(Set<PersonalData.Kind> kinds) {
            String names = kinds.stream().map(PersonalData.Kind::name).sorted().collect(Collectors.joining(", "));
            return report(CellCheck.NO_PERSONAL_DATA, Map.of("kinds", names), List.of());
        }
    }
}
