package nl.betekenisvolmeten.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.finding.Language;

class PeriodProperties {

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(PeriodKind.class)
                .flatMap(kind -> Arbitraries.integers()
                        .between(1900, 2999)
                        .flatMap(year -> Arbitraries.integers()
                                .between(1, kind.perYear())
                                .map(index -> Period.of(kind, year, index))));
    }

    @Provide
    Arbitrary<String> nearPeriods() {
        return Arbitraries.of(
                        "2026",
                        "1999",
                        "20261",
                        "0",
                        "1",
                        "4",
                        "5",
                        "12",
                        "13",
                        "00",
                        "-",
                        "\u2013",
                        " ",
                        "\u00a0",
                        "Q",
                        "kw",
                        "K",
                        "HJ",
                        "h",
                        "mm",
                        "JJ",
                        "kwartaal",
                        "half",
                        "jaar",
                        "halfjaar",
                        "e",
                        "ste",
                        "eerste",
                        "mei",
                        "/",
                        ".")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static List<String> notations(Period p) {
        int y = p.year();
        int n = p.index();
        return switch (p.kind()) {
            case QUARTER -> {
                String word = List.of("eerste", "tweede", "derde", "vierde").get(n - 1);
                yield List.of(
                        y + "KW0" + n,
                        y + "KW" + n,
                        y + "-Q" + n,
                        y + "Q" + n,
                        "Q" + n + " " + y,
                        y + "-K" + n,
                        y + "K" + n,
                        "" + y + n,
                        n + "e kwartaal " + y,
                        y + " " + n + "e kwartaal",
                        word + " kwartaal " + y,
                        "kwartaal " + n + " " + y);
            }
            case HALF_YEAR ->
                List.of(y + "HJ0" + n, y + "-H" + n, y + "H" + n, "H" + n + " " + y, n + "e halfjaar " + y);
            case MONTH ->
                List.of(String.format(Locale.ROOT, "%dMM%02d", y, n), String.format(Locale.ROOT, "%d-%02d", y, n));
            case YEAR -> List.of(y + "JJ00", Integer.toString(y));
        };
    }

    @Property
    void parseCode_ofACode_isThePeriod(@ForAll("periods") Period period) {
        assertThat(Period.parseCode(period.code())).contains(period);
        assertThat(Period.read(period.code())).contains(new Period.Read(period, true));
    }

    @Property
    void read_everyNotation_isThePeriod(@ForAll("periods") Period period) {
        Stream<String> labels = Stream.of(Language.values()).map(period::label);
        Stream.concat(notations(period).stream(), labels)
                .flatMap(text -> Stream.of(
                        text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT), "\u00a0 " + text + "\t"))
                .forEach(text -> assertThat(Period.read(text))
                        .as(text)
                        .contains(new Period.Read(period, text.equals(period.code()))));
    }

    @Property
    void read_anyText_givesAPeriodOrNothing(@ForAll String text) {
        assertThat(Period.read(text)
                        .flatMap(read -> Period.parseCode(read.period().code())))
                .isEqualTo(Period.read(text).map(Period.Read::period));
    }

    @Property(tries = 5000)
    void read_piecesOfPeriods_neverOutOfTheYearWritten(@ForAll("nearPeriods") String text) {
        Optional<Period.Read> read = Period.read(text);
        read.ifPresent(
                r -> assertThat(text).contains(Integer.toString(r.period().year())));
    }

    @Property
    void contains_isAboutDays(@ForAll("periods") Period one, @ForAll PeriodKind kind, @ForAll("periods") Period other) {
        Period near = Period.of(kind, one.year(), Math.min(other.index(), kind.perYear()));
        assertThat(one.contains(near))
                .isEqualTo(!near.firstDay().isBefore(one.firstDay())
                        && !near.lastDayInclusive().isAfter(one.lastDayInclusive()));
    }

    @Property
    void rollUp_containsThePeriod_andItsPartsHaveIt(@ForAll("periods") Period period, @ForAll PeriodKind kind) {
        Assume.that(kind.months() >= period.kind().months());
        Period longer = period.rollUp(kind);
        assertThat(longer.kind()).isEqualTo(kind);
        assertThat(longer.contains(period)).isTrue();
        assertThat(longer.parts(period.kind())).contains(period);
    }

    @Property
    void parts_coverThePeriodWithoutGaps(@ForAll("periods") Period period, @ForAll PeriodKind kind) {
        Assume.that(kind.months() <= period.kind().months());
        List<Period> parts = period.parts(kind);
        assertThat(parts.get(0).firstDay()).isEqualTo(period.firstDay());
        assertThat(parts.get(parts.size() - 1).lastDayInclusive()).isEqualTo(period.lastDayInclusive());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).firstDay())
                    .isEqualTo(parts.get(i - 1).lastDayInclusive().plusDays(1));
        }
    }

    @Property
    void next_thenPrevious_isThePeriod(@ForAll("periods") Period period) {
        Assume.that(!period.lastDayInclusive().equals(Period.ofYear(2999).lastDayInclusive()));
        Period next = period.next();
        assertThat(next.previous()).isEqualTo(period);
        assertThat(next.firstDay()).isEqualTo(period.lastDayInclusive().plusDays(1));
        assertThat(next).isGreaterThan(period);
    }

    @Property
    void compareTo_isByFirstDayThenLength(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        int days = one.firstDay().compareTo(other.firstDay());
        int expected = days != 0 ? days : one.lastDayInclusive().compareTo(other.lastDayInclusive());
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(expected));
    }
}
