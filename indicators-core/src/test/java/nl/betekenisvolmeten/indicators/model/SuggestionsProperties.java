package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.text.similarity.LevenshteinDistance;

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
            if (kept.stream()
                    .allMatch(k -> LevenshteinDistance.getDefaultInstance().apply(k, code) > 2)) {
                kept.add(code);
            }
        }
        return kept;
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
