package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final FindingCode CODE = FindingCode.of("TF-V02");

    private static Finding finding(Severity severity, long row) {
        return Finding.of(CODE, severity, Location.of("a.csv").withRow(row));
    }

    @Test
    void of_personalDataInArgumentsSuggestionsAndColumn_isMasked() {
        Finding finding = new Finding(
                CODE,
                Severity.ERROR,
                Location.of("a.csv").withColumn("06-12345678"),
                Map.of("value", "mail naar bewoner@example.org"),
                List.of("BSN 111222333"));
        assertThat(finding.toString())
                .contains("[E-MAIL]", "[TELEFOON]", "[BSN]")
                .doesNotContain("bewoner", "12345678", "111222333");
    }

    @Test
    void of_longArgument_isCutBetweenCharacters() {
        String text = "x".repeat(Finding.MAX_ARGUMENT - 2) + "\uD83D\uDE00 en verder";
        String kept = Finding.of(CODE, Severity.ERROR, Location.nowhere(), Map.of("value", text))
                .value()
                .orElseThrow();
        assertThat(kept).isEqualTo("x".repeat(Finding.MAX_ARGUMENT - 2) + "…");
    }

    @Test
    void collector_beyondItsLimit_keepsTheFirstAndCountsAll() {
        Findings.Collector collector = Findings.Collector.of(3);
        IntStream.rangeClosed(1, 5).forEach(row -> collector.add(finding(Severity.ERROR, row)));
        Findings findings = collector.toFindings();
        assertThat(findings.kept())
                .extracting(one -> one.location().row().orElseThrow())
                .containsExactly(1L, 2L, 3L);
        assertThat(findings.count(Severity.ERROR)).isEqualTo(5);
        assertThat(findings.count(CODE)).isEqualTo(5);
        assertThat(findings.truncated()).isTrue();
    }

    @Test
    void combine_twoCollectors_holdsTheBoundForBoth() {
        Findings.Collector first = Findings.Collector.of(3);
        first.add(finding(Severity.WARNING, 1));
        Findings.Collector second = Findings.Collector.of(10);
        IntStream.rangeClosed(2, 9).forEach(row -> second.add(finding(Severity.ERROR, row)));
        first.combine(second.toFindings());
        Findings findings = first.toFindings();
        assertThat(findings.kept()).hasSize(3);
        assertThat(findings.total()).isEqualTo(9);
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void checked_withoutValueAndWithoutError_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.none(Findings.none()))
                .withMessageContaining("an absent value must have an error that says why");
    }

    @Test
    void orThrow_withAnError_namesItsPlaceAndValueGivesTheGoodPart() {
        Checked<String> checked = Checked.of(
                "good part",
                Findings.of(
                        List.of(finding(Severity.WARNING, 2), finding(Severity.ERROR, 7), finding(Severity.ERROR, 8))));
        assertThat(checked.value()).contains("good part");
        assertThatIllegalStateException()
                .isThrownBy(checked::orThrow)
                .withMessageStartingWith("errors in what was read: 2; first " + CODE)
                .withMessageContaining("row 7");
    }

    @Test
    void orThrow_withoutErrors_givesTheValue() {
        assertThat(Checked.of("all", Findings.of(List.of(finding(Severity.WARNING, 2))))
                        .orThrow())
                .isEqualTo("all");
    }

    @Test
    void location_toText_namesWhatIsKnown() {
        Location cell = Location.of("levering.csv").withRow(1200).withColumn("wijk");
        assertThat(cell.toText(Language.NL)).isEqualTo("levering.csv, rij 1200, kolom wijk");
        assertThat(cell.toText(Language.EN)).isEqualTo("levering.csv, row 1200, column wijk");
        assertThat(Location.of("own.json").withPath("/columns/3").toText(Language.NL))
                .isEqualTo("own.json, plek /columns/3");
        assertThat(Location.nowhere().toText(Language.NL)).isEqualTo("het geheel");
        assertThat(Location.of("a\u202Eb.csv").toText(Language.NL)).isEqualTo("a[U+202E]b.csv");
    }

    @Test
    void of_fileThatIsCalledAfterAPerson_isMasked() {
        Finding finding = Finding.of(
                CODE, Severity.ERROR, Location.of("bsn 123456782.csv").withPath("/rows/jan@example.org"));
        assertThat(finding.location().source().orElseThrow()).doesNotContain("123456782");
        assertThat(finding.location().path().orElseThrow()).doesNotContain("jan@example.org");
        for (String name : List.of("91000011-2026KW01.csv", "telformat_91000029_2026-04-01.xlsx", "/columns/3/type")) {
            assertThat(Finding.of(CODE, Severity.ERROR, Location.of(name)).location())
                    .isEqualTo(Location.of(name));
        }
    }
}
