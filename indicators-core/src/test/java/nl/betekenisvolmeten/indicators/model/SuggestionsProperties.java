package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SuggestionsProperties {

    /** Codes so far apart that one edit can't lead to another one. */
    @Provide
    Arbitrary<List<String>> distinctCodes() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(3)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(SuggestionsProperties::apart);
    }

    private static List<String> apart(List<String> codes) {
        List<String> kept = new ArrayList<>();
        for (String code : codes) {
            if (kept.stream().allMatch(k -> defined(k, code, new HashMap<>()) > 2)) {
                kept.add(code);
            }
        }
        return kept;
    }

    /** The definition of the distance; what is left of two texts is worked out once. */
    private static int defined(String from, String to, Map<List<String>, Integer> known) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.length() + to.length();
        }
        List<String> both = List.of(from, to);
        Integer before = known.get(both);
        if (before != null) {
            return before;
        }
        String fromRest = from.substring(1);
        String toRest = to.substring(1);
        int distance = from.charAt(0) == to.charAt(0)
                ? defined(fromRest, toRest, known)
                : 1
                        + Math.min(
                                defined(fromRest, toRest, known),
                                Math.min(defined(fromRest, to, known), defined(from, toRest, known)));
        known.put(both, distance);
        return distance;
    }

    @Property
    void within_anyTexts_isTheDistanceOrAboveTheLimit(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String from,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String to,
            @ForAll @IntRange(max = 8) int furthest) {
        int distance = defined(from, to, new HashMap<>());
        if (distance <= furthest) {
            assertThat(Suggestions.within(furthest, from, to)).isEqualTo(distance);
        } else {
            assertThat(Suggestions.within(furthest, from, to)).isBetween(furthest + 1, distance);
        }
    }

    private static String edited(String code, int edit, int place, char letter) {
        int at = place % code.length();
        return switch (edit) {
            case 0 -> code.substring(0, at) + code.substring(at + 1);
            case 1 -> code.substring(0, at) + letter + code.substring(at);
            default -> code.substring(0, at) + letter + code.substring(at + 1);
        };
    }

    @Property
    void nearest_afterOneEdit_isTheOriginal(
            @ForAll("distinctCodes") List<String> codes,
            @ForAll @IntRange(max = 7) int which,
            @ForAll @IntRange(max = 2) int edit,
            @ForAll @IntRange(max = 11) int place) {
        String original = codes.get(which % codes.size());
        String text = edited(original, edit, place, 'q').toLowerCase(Locale.ROOT);
        assertThat(Suggestions.nearest(text, codes, 1)).containsExactly(original);
        Codelist list = Codelist.of(
                "codes",
                LocalizedText.of("Codes", "Codes"),
                codes.stream()
                        .map(c -> Codelist.Item.of(c, LocalizedText.of(c, c)))
                        .toList());
        assertThat(list.nearest(text, 3)).extracting(Codelist.Item::code).startsWith(original);
    }

    @Property
    void nearest_anyText_atMostThreeFromTheList(@ForAll String text, @ForAll List<String> candidates) {
        assertThat(Suggestions.nearest(text, candidates, 5))
                .hasSizeLessThanOrEqualTo(3)
                .isSubsetOf(candidates);
    }

    @Property
    void fold_twice_isOnce(@ForAll String text) {
        String folded = Texts.fold(text);
        assertThat(Texts.fold(folded)).isEqualTo(folded);
        assertThat(Texts.codeKey(Texts.codeKey(text))).isEqualTo(Texts.codeKey(text));
        assertThat(Texts.nameKey(Texts.nameKey(text))).isEqualTo(Texts.nameKey(text));
    }
}
