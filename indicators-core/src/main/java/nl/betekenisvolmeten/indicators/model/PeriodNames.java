package nl.betekenisvolmeten.indicators.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;

/** The names of periods in words. Written out here, since the names that Java gives differ between Java versions. */
final class PeriodNames {

    private static final List<String> DUTCH = List.of(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december");
    private static final List<String> ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SHORT =
            List.of("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> ORDINALS = Map.of("eerste", 1, "tweede", 2, "derde", 3, "vierde", 4);

    private static final Map<String, PeriodKind> KINDS = Map.of(
            "kw", PeriodKind.QUARTER,
            "k", PeriodKind.QUARTER,
            "q", PeriodKind.QUARTER,
            "kwartaal", PeriodKind.QUARTER,
            "hj", PeriodKind.HALF_YEAR,
            "h", PeriodKind.HALF_YEAR,
            "halfjaar", PeriodKind.HALF_YEAR,
            "mm", PeriodKind.MONTH,
            "jj", PeriodKind.YEAR);

    private PeriodNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < DUTCH.size(); i++) {
            months.put(DUTCH.get(i), i + 1);
            months.put(Texts.fold(ENGLISH.get(i)), i + 1);
            months.put(SHORT.get(i), i + 1);
        }
        months.put("mar", 3);
        months.put("sept", 9);
        months.put("oct", 10);
        return Map.copyOf(months);
    }

    static String label(Period period, Language language) {
        boolean dutch = language == Language.NL;
        return switch (period.kind()) {
            case MONTH -> (dutch ? DUTCH : ENGLISH).get(period.index() - 1) + " " + period.year();
            case QUARTER -> (dutch ? period.index() + "e kwartaal " : "Q" + period.index() + " ") + period.year();
            case HALF_YEAR -> (dutch ? period.index() + "e halfjaar " : "H" + period.index() + " ") + period.year();
            case YEAR -> Integer.toString(period.year());
        };
    }

    /** The number of a month's name in lower case, Dutch or English, whole or short. */
    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    /** The number of a Dutch ordinal in lower case. */
    static Optional<Integer> ordinal(String word) {
        return Optional.ofNullable(ORDINALS.get(word));
    }

    /** The kind of period that a word or a letter in lower case stands for. */
    static Optional<PeriodKind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word));
    }
}
