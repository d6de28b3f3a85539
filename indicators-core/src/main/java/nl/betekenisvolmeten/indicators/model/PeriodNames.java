package nl.betekenisvolmeten.indicators.model;

import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;

/** The names of periods in words. The Dutch ones are written out, since the names that Java gives differ between Java versions. */
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
    private static final List<String> ENGLISH = Arrays.stream(Month.values())
            .map(month -> month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT))
            .toList();

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
            for (String name : List.of(DUTCH.get(i), Texts.fold(ENGLISH.get(i)))) {
                months.put(name, i + 1);
                months.put(name.substring(0, 3), i + 1);
            }
        }
        months.remove("maa");
        months.put("mrt", 3);
        months.put("sept", 9);
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

    /** Returns the number of the month with a name in lower case, Dutch or English, whole or abbreviated. */
    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    /** Returns the number that a Dutch ordinal in lower case stands for. */
    static Optional<Integer> ordinal(String word) {
        return Optional.ofNullable(ORDINALS.get(word));
    }

    /** Returns the kind of period that a word or letter in lower case stands for. */
    static Optional<PeriodKind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word));
    }
}
