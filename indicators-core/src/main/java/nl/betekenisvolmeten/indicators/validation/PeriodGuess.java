package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/**
 * Guesses the quarter that was probably meant by a text that is not a valid period: {@code II 2026} and {@code apr-jun
 * 2026} are the second of 2026, and {@code 30-6-2026} is a day in it.
 */
final class PeriodGuess {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
    /** A year of two digits, after an apostrophe or at the end of a quarter with a letter: {@code 2e kw. '26}, {@code Q2-26}. */
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<=[a-zA-Z].{0,30})[-'\u2019/ ]([0-9]{2})$");

    private static final Pattern WORDS = Pattern.compile("[a-z]+|[0-9]+");
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("1", 1),
            Map.entry("2", 2),
            Map.entry("3", 3),
            Map.entry("4", 4),
            Map.entry("eerste", 1),
            Map.entry("tweede", 2),
            Map.entry("derde", 3),
            Map.entry("vierde", 4));
    private static final Set<String> FILLERS =
            Set.of("kwartaal", "kwart", "kw", "k", "q", "kwrt", "kwartl", "e", "de", "ste", "van", "het", "in", "jaar");

    /** The first three letters of months, in Dutch and English. */
    private static final List<Set<String>> MONTHS = List.of(
            Set.of("jan"),
            Set.of("feb"),
            Set.of("maa", "mrt", "mar"),
            Set.of("apr"),
            Set.of("mei", "may"),
            Set.of("jun"),
            Set.of("jul"),
            Set.of("aug"),
            Set.of("sep"),
            Set.of("okt", "oct"),
            Set.of("nov"),
            Set.of("dec"));

    private static final int MAX_LENGTH = 40;

    private PeriodGuess() {}

    /** Returns the quarter in the column's notation; empty if there is none, or more than one. */
    static Optional<String> of(String text, ColumnType.Time type) {
        if (type.kind() != PeriodKind.QUARTER || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String whole = SHORT_YEAR.matcher(text).replaceFirst(" 20$1");
        Matcher year = YEAR.matcher(whole);
        if (!year.find()) {
            return Optional.empty();
        }
        String rest = whole.substring(0, year.start()) + " " + whole.substring(year.end());
        return DayCells.parse(text)
                .map(day -> quarter(day.getMonthValue()))
                .or(() -> months(rest))
                .or(() -> ordinal(rest))
                .flatMap(quarter -> Period.parseCode(year.group(1) + "KW0" + quarter))
                .filter(type.validity()::contains)
                .map(type.notation()::write);
    }

    private static int quarter(int month) {
        return (month + 2) / 3;
    }

    /** Returns the quarter of its first and last month. */
    private static Optional<Integer> months(String rest) {
        List<Integer> months = WORDS.matcher(rest.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group().substring(0, Math.min(3, word.group().length())))
                .flatMap(start -> IntStream.rangeClosed(1, MONTHS.size())
                        .filter(month -> MONTHS.get(month - 1).contains(start))
                        .boxed())
                .toList();
        boolean whole =
                months.size() >= 2 && months.get(0) % 3 == 1 && months.get(months.size() - 1) == months.get(0) + 2;
        return whole ? Optional.of(quarter(months.get(0))) : Optional.empty();
    }

    private static Optional<Integer> ordinal(String rest) {
        Set<Integer> ordinals = new TreeSet<>();
        Matcher words = WORDS.matcher(rest.toLowerCase(Locale.ROOT));
        while (words.find()) {
            Integer ordinal = ORDINALS.get(words.group());
            if (ordinal != null) {
                ordinals.add(ordinal);
            } else if (!FILLERS.contains(words.group())) {
                return Optional.empty();
            }
        }
        return ordinals.size() == 1 ? Optional.of(ordinals.iterator().next()) : Optional.empty();
    }
}
