package nl.betekenisvolmeten.indicators.validation.constraints;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.validation.constraints.internal.Paths;
import nl.betekenisvolmeten.indicators.validation.constraints.internal.ViolationReport;

/** Turns violations into findings. */
final class Violations {

    /** The code of a violation of a constraint that is not of this package. */
    private static final FindingCode FOREIGN = FindingCode.of("BM-B01");

    private static final Comparator<ConstraintViolation<?>> BY_PATH =
            Comparator.comparing(ConstraintViolation::getPropertyPath, Paths.ORDER);

    private static final Comparator<Finding> BY_CONTENT = Comparator.comparing(Finding::location)
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.arguments().toString());

    private record Found(ConstraintViolation<?> violation, Finding finding) {}

    private Violations() {}

    /** Returns the findings, see {@link BeanValidation#findings}. */
    static Findings toFindings(Collection<? extends ConstraintViolation<?>> violations) {
        return Findings.of(violations.stream()
                .map(violation -> new Found(violation, finding(violation)))
                .sorted(Comparator.comparing(Found::violation, BY_PATH).thenComparing(Found::finding, BY_CONTENT))
                .map(Found::finding)
                .toList());
    }

    private static Finding finding(ConstraintViolation<?> violation) {
        Optional<Finding> own = ViolationReport.finding(violation);
        Finding finding = own.orElseGet(() -> Finding.of(
                FOREIGN, Severity.ERROR, Location.nowhere(), Map.of("reason", String.valueOf(violation.getMessage()))));
        Location place = finding.location();
        Map<String, String> arguments = new HashMap<>(finding.arguments());
        if (place.column().isEmpty()) {
            Optional<String> column = Paths.column(violation.getPropertyPath(), violation.getLeafBean());
            column.ifPresent(name -> arguments.putIfAbsent("column", name));
            place = column.map(place::withColumn).orElse(place);
        }
        String path = PersonalData.mask(violation.getPropertyPath().toString());
        place = path.isEmpty() ? place : place.withPath(path);
        return new Finding(finding.code(), finding.severity(), place, arguments, finding.suggestions());
    }
}
