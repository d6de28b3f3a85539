package nl.betekenisvolmeten.indicators.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Suggestions for a misspelt text: the texts that have its words as a part (Spoorwijk in Laakkwartier en Spoorwijk), or
 * else those at the smallest Levenshtein distance. Case and accents are ignored.
 */
public final class Suggestions {

    /** The most suggestions that are given. */
    public static final int MAX = 3;

    /** The longest text that suggestions are given for; what is longer isn't a misspelt code. */
    public static final int MAX_LENGTH = 64;

    /** Minimum length of a part that identifies a name. */
    private static final int MIN_PART = 4;

    /** Pseudo-distance of a part, smaller than any distance. */
    private static final int PART = -1;

    private static final Comparator<Hit<?>> ORDER = Comparator.comparingInt(Hit::distance);

    private Suggestions() {}

    private record Hit<T>(T item, int distance) {}

    /**
     * Returns the nearest of some texts.
     *
     * @param text what was written
     * @param candidates the texts to choose from
     * @param max how many at most, at least 1; never more than {@link #MAX}
     * @return the nearest, best first, equally near ones in the order given; only those that have the text as a part,
     *     if there are any; none when all are further away than a third of the text's length (at least 2), or the text
     *     is blank or longer than {@link #MAX_LENGTH}
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public static List<String> nearest(String text, List<String> candidates, int max) {
        return nearest(text, candidates, List::of, max);
    }

    /**
     * Returns the items nearest to a text, each judged by the nearest of its own texts.
     *
     * @param <T> what is suggested
     * @param text what was written
     * @param items what may have been meant
     * @param texts the code, names and so on of an item
     * @param max how many at most, at least 1; never more than {@link #MAX}
     * @return the nearest, best first, equally near ones in the order given; may be empty
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    static <T> List<T> nearest(String text, List<T> items, Function<? super T, List<String>> texts, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be positive: " + max);
        }
        String stripped = Texts.strip(text);
        if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
            return List.of();
        }
        String wanted = Texts.fold(stripped);
        int furthest = Math.max(2, wanted.length() / 3);
        List<Hit<T>> hits = new ArrayList<>();
        for (T item : items) {
            int distance = furthest + 1;
            for (String candidate : texts.apply(item)) {
                String folded = Texts.fold(candidate);
                distance = Math.min(distance, isPart(wanted, folded) ? PART : within(furthest, wanted, folded));
            }
            if (distance <= furthest) {
                hits.add(new Hit<>(item, distance));
            }
        }
        hits.sort(ORDER);
        boolean parts = !hits.isEmpty() && hits.get(0).distance() == PART;
        return hits.stream()
                .filter(hit -> !parts || hit.distance() == PART)
                .limit(Math.min(max, MAX))
                .map(Hit::item)
                .toList();
    }

    /** Returns whether a text is one or more whole words of another and long enough to identify it. */
    private static boolean isPart(String text, String whole) {
        return text.length() >= MIN_PART && (" " + whole + " ").contains(" " + text + " ");
    }

    /**
     * Returns the minimum number of letters to insert, delete or replace to turn one text into another (Levenshtein
     * distance), or some number above the limit as soon as the distance is certain to exceed it. The array holds the
     * distances from a prefix of the first text to every prefix of the second (Wagner and Fischer).
     */
    static int within(int furthest, String from, String to) {
        if (Math.abs(to.length() - from.length()) > furthest) {
            return furthest + 1;
        }
        int[] distances = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = distances[0];
            distances[0] = i;
            int nearest = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.min(replaced, 1 + Math.min(distances[j - 1], distances[j]));
                nearest = Math.min(nearest, distances[j]);
            }
            if (nearest > furthest) {
                return nearest;
            }
        }
        return distances[to.length()];
    }
}
