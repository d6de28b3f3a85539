package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AreaCodeProperties {

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> cbs = Arbitraries.of(Map.of("GM", 4, "WK", 6, "BU", 8).entrySet())
                .flatMap(kind -> Arbitraries.strings()
                        .numeric()
                        .ofLength(kind.getValue())
                        .map(digits -> kind.getKey() + digits));
        Arbitrary<String> words = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join("-", list));
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(4);
        return Arbitraries.oneOf(cbs, words.flatMap(name -> digits.map(gemeente -> "SD" + gemeente + "-" + name)));
    }

    @Property
    void parse_ofACode_isTheCode(@ForAll("codes") String text) {
        AreaCode code = AreaCode.of(text);
        assertThat(AreaCode.parse(text + "  ")).contains(code);
        assertThat(code.value()).isEqualTo(text);
        assertThat(code.gemeente().gemeente()).isEqualTo(code.gemeente());
        assertThat(code.gemeente().value().substring(2)).isEqualTo(text.substring(2, 6));
        assertThat(code.wijk().map(AreaCode::gemeente).orElse(code.gemeente())).isEqualTo(code.gemeente());
    }

    @Property
    void parse_anyText_givesItsCodeOrNothing(@ForAll String text) {
        AreaCode.parse(text).ifPresent(code -> assertThat(text).startsWith(code.value()));
    }

    @Property
    void ofStadsdeel_itsOwnName_isTheSameCode(@ForAll("codes") String text) {
        AreaCode code = AreaCode.of(text);
        if (code.level() == AreaLevel.STADSDEEL) {
            assertThat(AreaCode.ofStadsdeel(code.gemeente(), text.substring(7))).isEqualTo(code);
        }
    }
}
