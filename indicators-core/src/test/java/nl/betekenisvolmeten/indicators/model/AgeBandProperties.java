package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AgeBandProperties {

    @Provide
    Arbitrary<AgeBand> bands() {
        Arbitrary<Integer> ages = Arbitraries.integers().between(0, 150);
        Arbitrary<AgeBand> closed =
                ages.flatMap(from -> Arbitraries.integers().between(from, 150).map(to -> AgeBand.of(from, to)));
        return Arbitraries.oneOf(closed, ages.map(AgeBand::atLeast));
    }

    @Property
    void parse_ofACode_isTheBand(@ForAll("bands") AgeBand band) {
        assertThat(AgeBand.parse(band.code())).contains(band);
    }

    @Property
    void parse_anyText_givesItsBandOrNothing(@ForAll String text) {
        AgeBand.parse(text).ifPresent(band -> assertThat(band.code()).isEqualTo(text));
    }

    @Property
    void overlapsAndContains_areAboutAges(@ForAll("bands") AgeBand one, @ForAll("bands") AgeBand other) {
        // beyond the oldest upper end, so that an open end differs from every closed one
        IntStream ages = IntStream.rangeClosed(0, 200);
        assertThat(one.overlaps(other)).isEqualTo(ages.anyMatch(age -> one.contains(age) && other.contains(age)));
        assertThat(one.contains(other))
                .isEqualTo(IntStream.rangeClosed(0, 200).allMatch(age -> one.contains(age) || !other.contains(age)));
    }
}
