package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/**
 * When organisations work in an area, as far as that was agreed.
 *
 * @param structure the columns of the rows, which know the areas
 * @param successions who took over from whom
 * @param agreements who reports about where
 */
public record WorkSpans(TableStructure structure, List<Succession> successions, List<ReportingAgreement> agreements) {

    /** Returns whether an organisation works in a city district on a day: not before it began, nor after it ended. */
    public boolean works(String reporter, String stadsdeel, LocalDate day) {
        return isAgreed(reporter, stadsdeel, day) && !isReplaced(reporter, stadsdeel, day);
    }

    private boolean isAgreed(String reporter, String stadsdeel, LocalDate day) {
        List<ReportingAgreement> own = agreements.stream()
                .filter(agreement ->
                        agreement.reporter().value().equals(reporter) && isAbout(Set.of(agreement.area()), stadsdeel))
                .toList();
        return own.isEmpty() || own.stream().anyMatch(agreement -> isWithin(agreement, day));
    }

    private static boolean isWithin(ReportingAgreement agreement, LocalDate day) {
        boolean begun = agreement
                .validity()
                .from()
                .map(first -> !day.isBefore(first.firstDay()))
                .orElse(true);
        boolean ended = agreement
                .validity()
                .to()
                .map(last -> day.isAfter(last.lastDayInclusive()))
                .orElse(false);
        return begun && !ended;
    }

    /** Returns whether another organisation does its work on a day: its successor, or its predecessor until then. */
    private boolean isReplaced(String reporter, String stadsdeel, LocalDate day) {
        return successions.stream()
                .filter(succession -> succession.areas().isEmpty() || isAbout(succession.areas(), stadsdeel))
                .anyMatch(succession -> {
                    boolean begun = !day.isBefore(succession.since().firstDay());
                    return begun
                            ? succession.from().value().equals(reporter)
                            : succession.to().value().equals(reporter);
                });
    }

    /** Returns whether a city district is one of some areas, by name or code. */
    private boolean isAbout(Set<String> areas, String stadsdeel) {
        return areas.contains(stadsdeel)
                || structure.dimensions().stream()
                        .filter(Dimension.Place.class::isInstance)
                        .map(place -> ((Dimension.Place) place).areas())
                        .anyMatch(known -> AreaCode.parse(stadsdeel)
                                .flatMap(known::find)
                                .map(Area::name)
                                .filter(areas::contains)
                                .isPresent());
    }
}
