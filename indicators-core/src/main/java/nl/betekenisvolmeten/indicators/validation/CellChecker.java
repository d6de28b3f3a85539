package nl.betekenisvolmeten.indicators.validation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.internal.Blanks;
import nl.betekenisvolmeten.indicators.validation.internal.MisreadLetters;
import nl.betekenisvolmeten.indicators.validation.internal.SpreadsheetFormula;

/** Reads one cell after another and says what is wrong with each. */
final class CellChecker {

    /** Minimum length of texts worth remembering; shorter texts are searched faster than they are looked up. */
    private static final int WORTH_KEEPING = 500;

    private static final FindingCode LATER = FindingCode.of("TF-V10");
    private static final FindingCode LOST = FindingCode.of("TF-W07");
    private static final FindingCode TOTAL = FindingCode.of("TF-W05");

    /** A total where a name belongs: such a row would count that total once more. */
    private static final Pattern TOTAL_NAME =
            Pattern.compile("(?:(?:eind|sub|alge(?:heel|meen) )?-?totaal|(?:grand |sub)?total|totalen|totals) ?:?");

    /** Maximum length of a name that is looked at for a total: longer ones say more than that. */
    private static final int LONGEST_TOTAL = 20;

    private final RuleSet rules;
    private final Leniency leniency;
    private final Optional<LocalDate> day;
    private final List<RecentTexts<CellResult>> refused;
    private final RecentTexts<String> shown = new RecentTexts<>();
    private final RecentTexts<Set<PersonalData.Kind>> personal = new RecentTexts<>();
    /** The suggestions for a text within an area, by both. */
    private final RecentTexts<List<String>> nearby = new RecentTexts<>();

    private final Map<ColumnName, Function<String, List<Finding>>> texts;
    private boolean cellsMayBeNumbers;
    private IntPredicate foreign = column -> false;

    CellChecker(Validator validator) {
        rules = validator.rules();
        leniency = validator.leniency();
        day = validator.day();
        refused = Stream.<RecentTexts<CellResult>>generate(RecentTexts::new)
                .limit(rules.columns().size())
                .toList();
        texts = validator.texts();
    }

    /** Declares that cells from now on come from a file type with numbers, which may have lost a leading zero. */
    void cellsMayBeNumbers() {
        cellsMayBeNumbers = true;
    }

    /**
     * Reads the columns of a predicate from now on as written in other countries; the predicate is called only where it
     * matters.
     */
    void foreignNotation(IntPredicate columns) {
        foreign = columns;
    }

    private CellResult read(int index, ColumnType type, String text) {
        if (isName(rules.columns().get(index))) {
            return name(type, text);
        }
        CellResult result = known(index, type, text);
        if (type instanceof ColumnType.Quantity quantity && result instanceof CellResult.Failure) {
            return NumberCells.hasTwoReadings(text) && foreign.test(index)
                    ? NumberCells.quantityWithPoint(text, quantity.scale(), quantity.maximum())
                    : result;
        }
        if (isDays(type) && result instanceof CellResult.Value) {
            return DayCells.twoReadings(text)
                    .filter(any -> foreign.test(index))
                    .map(CellResult.class::cast)
                    .orElse(result);
        }
        return cellsMayBeNumbers && type instanceof ColumnType.Kvk && result instanceof CellResult.Failure
                ? CodeCells.withLeadingZero(text)
                        .<CellResult>map(value -> value)
                        .orElse(result)
                : result;
    }

    /** Returns whether a column has names that distinguish rows. */
    private static boolean isName(ColumnRule column) {
        return column.type() instanceof ColumnType.Text && column.part() instanceof ColumnRule.Part.OfDimension;
    }

    private static boolean isDays(ColumnType type) {
        return type instanceof ColumnType.Day
                || (type instanceof ColumnType.Time time && time.notation() == Period.Notation.DAY);
    }

    /** Reads a cell; a text that was refused before is not examined again, since suggestions are slow. */
    private CellResult known(int index, ColumnType type, String text) {
        Optional<CellResult> before = refused.get(index).find(text);
        if (before.isPresent()) {
            return before.get();
        }
        CellResult result = type.read(text);
        if (result instanceof CellResult.Failure) {
            refused.get(index).put(text, result);
        }
        return result;
    }

    private Set<PersonalData.Kind> personalData(String text) {
        return text.length() < WORTH_KEEPING ? PersonalData.find(text) : personal.get(text, PersonalData::find);
    }

    /** Returns the part of a long text that a finding shows, masked once for all of its findings. */
    private String shown(String text) {
        return text.length() < WORTH_KEEPING ? text : shown.get(text, CellChecker::masked);
    }

    private static String masked(String text) {
        return Finding.of(LOST, Severity.WARNING, Map.of(Finding.VALUE, text))
                .value()
                .orElseThrow();
    }

    /** Reads a name that distinguishes rows, ignoring invisible characters. */
    private static CellResult name(ColumnType type, String text) {
        CellResult result = type.read(Blanks.name(text));
        return result instanceof CellResult.Value value && !value.text().equals(text)
                ? new CellResult.Value(value.text(), 0, CellResult.Notation.OTHER)
                : result;
    }

    /**
     * Reads a cell.
     *
     * @return whether it passed; a note or warning does not keep it from passing
     */
    boolean check(int index, String text, Location row, RowCells cells, Consumer<Finding> found) {
        ColumnRule column = rules.columns().get(index);
        Reporter reporter = new Reporter(column, row, text, found);
        boolean passed = column.type() instanceof ColumnType.Text ? textIsClean(text, reporter) : true;
        CellResult result = read(index, column.type(), text);
        if (result instanceof CellResult.Empty) {
            if (column.required()) {
                RuleSet.CellCheck check = column.mayBeEmpty() ? RuleSet.CellCheck.EXPECTED : RuleSet.CellCheck.REQUIRED;
                passed = reporter.report(check, minimumWithoutValue(column), whatIsMissing(column.type()), List.of())
                        && passed;
            }
        } else if (result instanceof CellResult.Failure failure) {
            passed = failed(column, text, failure, suggestions(column, text, failure, cells), reporter) && passed;
        } else {
            CellResult.Value value = (CellResult.Value) result;
            passed = notation(column, value, reporter) && passed;
            passed = noticed(column, text, reporter) && passed;
            if (column.type() instanceof ColumnType.Time && isLater(value.text())) {
                reporter.report(LATER, Severity.WARNING, Map.of(), List.of());
            }
        }
        if (result instanceof CellResult.Value && MisreadLetters.areIn(text)) {
            reporter.report(LOST, Severity.WARNING, Map.of(), List.of());
        }
        if (result instanceof CellResult.Value name && isName(column) && isTotal(name.text())) {
            reporter.report(TOTAL, Severity.WARNING, Map.of("reason", "counted"), List.of());
        }
        cells.set(index, result, passed);
        return passed;
    }

    private static boolean isTotal(String name) {
        if (name.length() > LONGEST_TOTAL) {
            return false;
        }
        String plain = Blanks.visible(name).toLowerCase(Locale.ROOT);
        return plain.contains("tota") && TOTAL_NAME.matcher(plain).matches();
    }

    /** Returns whether a period begins after the day of the check. */
    private boolean isLater(String period) {
        return day.isPresent()
                && Period.parseCode(period)
                        .filter(one -> one.firstDay().isAfter(day.get()))
                        .isPresent();
    }

    /** Checks free text for personal data and formulas. */
    private boolean textIsClean(String text, Reporter reporter) {
        Set<PersonalData.Kind> kinds = personalData(text);
        boolean clean = kinds.isEmpty() || reporter.reportPersonalData(kinds, Severity.NOTE);
        if (SpreadsheetFormula.isFormula(text)) {
            clean = reporter.report(RuleSet.CellCheck.NO_FORMULA, Severity.NOTE, Map.of(), List.of()) && clean;
        }
        return clean;
    }

    /** Returns what is missing; only an empty number could be mistaken for zero. */
    private static Map<String, String> whatIsMissing(ColumnType type) {
        if (type.decimals().isPresent()) {
            return Map.of();
        }
        boolean listed = type instanceof ColumnType.Code || type instanceof ColumnType.Place;
        return Map.of("reason", listed ? "code" : "text");
    }

    /** Reports what a reader would notice in a text without more serious findings. */
    private boolean noticed(ColumnRule column, String text, Reporter reporter) {
        Function<String, List<Finding>> reader = texts.get(column.name());
        boolean passed = true;
        if (reader != null && PersonalData.find(text).isEmpty() && !SpreadsheetFormula.isFormula(text)) {
            for (Finding finding : reader.apply(text)) {
                passed = reporter.pass(finding) && passed;
            }
        }
        return passed;
    }

    /**
     * Returns the lowest severity of a cell without a value: an error in a dimension, without which no row can be
     * counted, and otherwise a note.
     */
    private static Severity minimumWithoutValue(ColumnRule column) {
        return column.part() instanceof ColumnRule.Part.OfDimension ? Severity.ERROR : Severity.NOTE;
    }

    private static Severity graver(Severity a, Severity b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * Reports a cell that is not a valid value. If it holds a person's data instead, reports those, no less severely
     * than the failure.
     */
    private boolean failed(
            ColumnRule column, String text, CellResult.Failure failure, List<String> suggestions, Reporter reporter) {
        Severity minimum = minimumWithoutValue(column);
        if (!(column.type() instanceof ColumnType.Text)) {
            Set<PersonalData.Kind> kinds = personalData(text);
            if (!kinds.isEmpty()) {
                Severity ofFailure = rules.verdict(failure.failed()).severity();
                return reporter.reportPersonalData(kinds, graver(minimum, ofFailure));
            }
        }
        Map<String, String> arguments = new HashMap<>(failure.arguments());
        if (!column.required()) {
            arguments.replace("reason", "nothing", "nothing_optional");
        }
        if (!(column.type() instanceof ColumnType.Text)) {
            arguments.put(Finding.VALUE, PersonalData.refused(shown(text)));
        }
        return reporter.report(failure.failed(), minimum, arguments, suggestions);
    }

    /**
     * Returns suggestions; for areas, only those within the area that an earlier cell of the row names, if any is near.
     */
    private List<String> suggestions(ColumnRule column, String text, CellResult.Failure failure, RowCells cells) {
        if (!(column.type() instanceof ColumnType.Place place) || failure.failed() != RuleSet.CellCheck.KNOWN_CODE) {
            return failure.suggestions();
        }
        Optional<AreaCode> around = around(place, cells);
        if (around.isEmpty()) {
            return failure.suggestions();
        }
        List<String> within = nearby.get(around.get() + text, key -> {
            List<Area> areas = place.areas().areas(place.level()).stream()
                    .filter(area -> place.areas().isWithin(area.code(), around.get()))
                    .toList();
            return CodeCells.suggestions(text, place, areas);
        });
        return within.isEmpty() ? failure.suggestions() : within;
    }

    /** Returns the area of another level that a cell of the row names. */
    private Optional<AreaCode> around(ColumnType.Place place, RowCells cells) {
        for (int i = 0; i < rules.columns().size(); i++) {
            if (rules.columns().get(i).type() instanceof ColumnType.Place other
                    && other.level().compareTo(place.level()) > 0
                    && cells.hasValue(i)) {
                String text = cells.text(i);
                return AreaCode.parse(text)
                        .or(() -> place.areas().findByName(other.level(), text).map(Area::code))
                        .filter(code -> place.areas().find(code).isPresent());
            }
        }
        return Optional.empty();
    }

    private boolean notation(ColumnRule column, CellResult.Value value, Reporter reporter) {
        boolean attribute = column.part() instanceof ColumnRule.Part.OfAttribute;
        if (value.passed() == CellResult.Notation.AGREED || attribute) {
            return true;
        }
        Map<String, String> arguments = Map.of("read_as", column.type().agreed(value.text()));
        return reporter.report(check(value.passed()), Severity.NOTE, arguments, List.of());
    }

    private static RuleSet.CellCheck check(CellResult.Notation notation) {
        return switch (notation) {
            case NAME -> RuleSet.CellCheck.CODE_NOT_NAME;
            case SPREADSHEET -> RuleSet.CellCheck.SPREADSHEET;
            case AGREED, OTHER -> RuleSet.CellCheck.NOTATION;
        };
    }

    /** Makes findings about one cell. Each report returns whether the cell may still pass. */
    private final class Reporter {
        private final ColumnRule column;
        private final Location row;
        private final String text;
        private final Consumer<Finding> found;

        Reporter(ColumnRule column, Location row, String text, Consumer<Finding> found) {
            this.column = column;
            this.row = row;
            this.text = text;
            this.found = found;
        }

        /** Passes on a finding about the text. */
        boolean pass(Finding finding) {
            Map<String, String> all = new HashMap<>(finding.arguments());
            all.put("column", column.name().value());
            found.accept(new Finding(
                    finding.code(),
                    finding.severity(),
                    row.withColumn(column.name().value()),
                    all,
                    finding.suggestions()));
            return finding.severity() != Severity.ERROR;
        }

        boolean report(
                RuleSet.CellCheck check, Severity minimum, Map<String, String> arguments, List<String> suggestions) {
            Verdict verdict = rules.verdict(check);
            Severity defined = check.isNotation() ? leniency.notation(verdict.severity()) : verdict.severity();
            return report(verdict.code(), graver(defined, minimum), arguments, suggestions);
        }

        boolean report(FindingCode code, Severity severity, Map<String, String> arguments, List<String> suggestions) {
            Map<String, String> all = new HashMap<>(arguments);
            all.put("column", column.name().value());
            all.putIfAbsent(Finding.VALUE, shown(text));
            found.accept(
                    new Finding(code, severity, row.withColumn(column.name().value()), all, suggestions));
            return severity != Severity.ERROR;
        }

        boolean reportPersonalData(Set<PersonalData.Kind> kinds, Severity minimum) {
            return report(
                    RuleSet.CellCheck.NO_PERSONAL_DATA, minimum, Map.of("kinds", PersonalData.names(kinds)), List.of());
        }
    }
}
