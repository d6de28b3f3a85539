package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Suggestions;
import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** What is wrong with a single value, in the codes that the check of a file uses. Always an error. */
final class CellFindings {

    private static final ColumnType ANY_TEXT = new ColumnType.Text(Integer.MAX_VALUE);

    private CellFindings() {}

    static Optional<Finding> of(CellResult result, String text) {
        if (result instanceof CellResult.Empty) {
            return Optional.of(finding(RuleSet.CellCheck.REQUIRED, text, Map.of(), List.of()));
        }
        if (result instanceof CellResult.Failure failure) {
            Optional<Finding> personal = personalData(text);
            return personal.isPresent()
                    ? personal
                    : Optional.of(finding(
                            failure.failed(), shown(failure, text), failure.arguments(), failure.suggestions()));
        }
        return notation((CellResult.Value) result, text);
    }

    private static String shown(CellResult.Failure failure, String text) {
        return failure.failed() == RuleSet.CellCheck.LENGTH ? text : PersonalData.refused(text);
    }

    private static Optional<Finding> notation(CellResult.Value value, String text) {
        Map<String, String> readAs = Map.of("read_as", value.text());
        return switch (value.passed()) {
            case AGREED -> Optional.empty();
            case NAME -> Optional.of(finding(RuleSet.CellCheck.CODE_NOT_NAME, text, readAs, List.of()));
            case OTHER -> Optional.of(finding(RuleSet.CellCheck.NOTATION, text, readAs, List.of()));
            case SPREADSHEET -> Optional.of(finding(RuleSet.CellCheck.SPREADSHEET, text, readAs, List.of()));
        };
    }

    static Optional<Finding> personalData(String text) {
        Set<PersonalData.Kind> kinds = PersonalData.find(text);
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(finding(
                RuleSet.CellCheck.NO_PERSONAL_DATA, text, Map.of("kinds", PersonalData.names(kinds)), List.of()));
    }

    private static Finding finding(
            RuleSet.CellCheck check, String text, Map<String, String> arguments, List<String> suggestions) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put(Finding.VALUE, text);
        return new Finding(code(check), Severity.ERROR, Location.nowhere(), all, suggestions);
    }

    private static FindingCode code(RuleSet.CellCheck check) {
        return FindingCode.of(
                switch (check) {
                    case REQUIRED -> "TF-V01";
                    case EXPECTED -> "TF-V11";
                    case KNOWN_CODE -> "TF-V02";
                    case WHOLE_NUMBER -> "TF-V03";
                    case NOT_NEGATIVE -> "TF-V04";
                    case DECIMAL_NUMBER -> "TF-V05";
                    case KVK_NUMBER -> "TF-V06";
                    case PERIOD -> "TF-V07";
                    case LENGTH -> "TF-V08";
                    case POSSIBLE_NUMBER -> "TF-V09";
                    case NO_PERSONAL_DATA -> "TF-P01";
                    case NO_FORMULA -> "TF-X01";
                    case CODE_NOT_NAME -> "TF-W01";
                    case NOTATION -> "TF-W02";
                    case SPREADSHEET -> "TF-W04";
                });
    }

    /** Returns the text without the blanks around it, as every column reads it; empty if there is nothing else. */
    static Optional<String> stripped(String text) {
        return ANY_TEXT.read(text) instanceof CellResult.Value value ? Optional.of(value.text()) : Optional.empty();
    }

    /** Reads a text as the first of several types that takes it; when none does, the failure speaks of all. */
    static CellResult read(List<? extends ColumnType> types, String text) {
        List<CellResult.Failure> failures = new ArrayList<>();
        for (ColumnType type : types) {
            CellResult result = type.read(text);
            if (!(result instanceof CellResult.Failure failure)) {
                return result;
            }
            failures.add(failure);
        }
        Map<String, String> arguments = new HashMap<>();
        failures.forEach(failure ->
                failure.arguments().forEach((name, part) -> arguments.merge(name, part, (a, b) -> a + ", " + b)));
        List<String> suggestions = failures.stream()
                .flatMap(failure -> failure.suggestions().stream())
                .limit(Suggestions.MAX)
                .toList();
        return new CellResult.Failure(failures.get(0).failed(), arguments, suggestions);
    }
}
