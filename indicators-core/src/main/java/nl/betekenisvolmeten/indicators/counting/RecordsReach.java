package nl.betekenisvolmeten.indicators.counting;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * How far back the records go, which decides whether they show who comes for the first time in a year.
 *
 * @param stated the day from which there are records, where someone says so
 * @param oldest the day of the oldest record
 */
record RecordsReach(Optional<LocalDate> stated, Optional<LocalDate> oldest) {

    /** Returns whether all attendances from the start of a year up to the last record are present. */
    boolean holdsYear(int year) {
        return holds(LocalDate.of(year, Month.JANUARY, 1));
    }

    /** Returns whether all attendances from the first day of a month up to the last record are present. */
    boolean holds(LocalDate firstDay) {
        return stated.isPresent()
                ? !stated.get().isAfter(firstDay)
                : oldest.filter(day -> day.isBefore(firstDay.plusMonths(1))).isPresent();
    }
}
