package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Acceptances.AcceptedWarning;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import org.junit.jupiter.api.Test;

class AcceptancesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 4, 2);

    private static Finding hours(Severity severity, long row, String value) {
        return Finding.of(
                FindingCode.of("TF-R06"),
                severity,
                Location.of("a.csv").withRow(row).withColumn("vrijwilligersuren"),
                Map.of("left", "vrijwilligersuren", "left_value", value, "right", "vrijwilligers"));
    }

    private static Acceptance accept(Finding finding) {
        return new Acceptance(
                finding.code(),
                finding.location().row(),
                finding.location().column(),
                Acceptance.fingerprint(finding),
                "De vrijwilligers stonden in een andere rij.",
                Audience.FILLER,
                DATE);
    }

    private static Acceptances.Applied apply(Findings findings, Acceptance... acceptances) {
        return new Acceptances("a.json", List.of(acceptances)).apply(findings);
    }

    private static List<String> remarks(Acceptances.Applied applied) {
        return applied.remarks().kept().stream()
                .map(finding -> finding.code() + " " + finding.severity() + " "
                        + finding.location().path().orElse(""))
                .toList();
    }

    @Test
    void apply_warning_isToldApart() {
        Finding one = hours(Severity.WARNING, 2, "4");
        Finding other = hours(Severity.WARNING, 3, "4");
        Acceptances.Applied applied = apply(Findings.of(List.of(one, other)), accept(one));
        assertThat(applied.explained()).containsExactly(new AcceptedWarning(one, accept(one)));
        assertThat(applied.open().kept()).containsExactly(other);
        assertThat(applied.open().count(Severity.WARNING)).isEqualTo(1);
        assertThat(applied.remarks()).isEqualTo(Findings.none());
    }

    @Test
    void apply_changedValue_lapses() {
        Acceptances.Applied applied =
                apply(Findings.of(List.of(hours(Severity.WARNING, 2, "5"))), accept(hours(Severity.WARNING, 2, "4")));
        assertThat(applied.explained()).isEmpty();
        assertThat(applied.open().count(Severity.WARNING)).isEqualTo(1);
        assertThat(remarks(applied)).containsExactly("BM-E01 WARNING /explanations/0");
        assertThat(applied.remarks().kept().get(0).arguments())
                .containsEntry("code", "TF-R06")
                .containsEntry("where", "2, vrijwilligersuren");
    }

    @Test
    void apply_noSuchWarning_isNotUsed() {
        Finding warning = hours(Severity.WARNING, 2, "4");
        assertThat(remarks(apply(Findings.of(List.of(hours(Severity.WARNING, 3, "4"))), accept(warning))))
                .containsExactly("BM-E02 NOTE /explanations/0");
        assertThat(remarks(apply(Findings.none(), accept(warning)))).containsExactly("BM-E02 NOTE /explanations/0");
    }

    @Test
    void apply_error_isNeverExplained() {
        Finding error = hours(Severity.ERROR, 2, "4");
        Acceptances.Applied applied = apply(Findings.of(List.of(error)), accept(error));
        assertThat(applied.open().hasErrors()).isTrue();
        assertThat(applied.explained()).isEmpty();
        assertThat(remarks(applied)).containsExactly("BM-E03 WARNING /explanations/0");
    }

    @Test
    void apply_note_isNotUsed() {
        Finding note = hours(Severity.NOTE, 2, "4");
        assertThat(remarks(apply(Findings.of(List.of(note)), accept(note))))
                .containsExactly("BM-E02 NOTE /explanations/0");
    }

    @Test
    void apply_twice_holdsForOneWarningOnly() {
        Finding warning = hours(Severity.WARNING, 2, "4");
        Acceptances.Applied applied = apply(Findings.of(List.of(warning)), accept(warning), accept(warning));
        assertThat(applied.explained()).hasSize(1);
        assertThat(remarks(applied)).containsExactly("BM-E02 NOTE /explanations/1");
    }

    @Test
    void apply_beyondTheLimit_saysThatItWasNotLookedAt() {
        Findings.Collector collector = Findings.Collector.of(1);
        collector.add(hours(Severity.WARNING, 2, "4"));
        collector.add(hours(Severity.WARNING, 3, "4"));
        Acceptances.Applied applied = apply(collector.toFindings(), accept(hours(Severity.WARNING, 3, "4")));
        assertThat(remarks(applied)).containsExactly("BM-E04 NOTE /explanations/0");
        assertThat(applied.open().count(Severity.WARNING)).isEqualTo(2);
    }

    /** Findings in the list with another code are not findings with this code. */
    @Test
    void apply_keptFindingsOfAnotherCode_doNotHideThatSomeWereNotExamined() {
        Findings.Collector collector = Findings.Collector.of(3);
        FindingCode other = FindingCode.of("TF-R01");
        for (int row = 2; row < 4; row++) {
            collector.add(
                    Finding.of(other, Severity.WARNING, Location.of("a.csv").withRow(row), Map.of()));
        }
        for (int row = 4; row < 7; row++) {
            collector.add(hours(Severity.WARNING, row, "4"));
        }
        Acceptances.Applied applied = apply(collector.toFindings(), accept(hours(Severity.WARNING, 6, "4")));
        assertThat(remarks(applied)).containsExactly("BM-E04 NOTE /explanations/0");
    }

    /** Another code filled the list, but all findings of this one are in it. */
    @Test
    void apply_listFullOfAnotherCode_isNotUsedWhereAllOfItsOwnAreThere() {
        Findings.Collector collector = Findings.Collector.of(2);
        collector.add(hours(Severity.WARNING, 2, "4"));
        FindingCode other = FindingCode.of("TF-R01");
        for (int row = 3; row < 6; row++) {
            collector.add(
                    Finding.of(other, Severity.WARNING, Location.of("a.csv").withRow(row), Map.of()));
        }
        Acceptances.Applied applied = apply(collector.toFindings(), accept(hours(Severity.WARNING, 9, "4")));
        assertThat(remarks(applied)).containsExactly("BM-E02 NOTE /explanations/0");
    }

    @Test
    void fingerprint_depends_onWhatIsFoundAndNotOnTheRow() {
        String fingerprint = Acceptance.fingerprint(hours(Severity.WARNING, 2, "4"));
        assertThat(Acceptance.fingerprint(hours(Severity.ERROR, 9, "4"))).isEqualTo(fingerprint);
        assertThat(Acceptance.fingerprint(hours(Severity.WARNING, 2, "5"))).isNotEqualTo(fingerprint);
        assertThat(Acceptance.fingerprint(hours(Severity.WARNING, 2, "4")
                        .withLocation(Location.of("a.csv").withRow(2).withColumn("uren"))))
                .isNotEqualTo(fingerprint);
        // Python 3.11: hashlib.sha256(b''.join(b'%d:%s' % (len(t), t) for t in texts)).hexdigest(), with the purpose,
        // the
        // code, the column, and each name and text in order of name
        assertThat(fingerprint).isEqualTo("07590d1d3b782777b831aed3a59e34e4c80eb9cea6cc595e3500c746a2161ff1");
    }

    @Test
    void of_personalDataOrErrorsInTheShape_areRefused() {
        Finding warning = hours(Severity.WARNING, 2, "4");
        for (String reason : List.of("", " ", "Bel jan@voorbeeld.nl", "x".repeat(Acceptance.MAX_REASON + 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Acceptance.checkedReason(reason))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("jan@"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Acceptance.checkedFingerprint("abc"))
                .withMessageContaining("not a fingerprint: abc");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Acceptance(
                        FindingCode.of("TF-P01"),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Acceptance.fingerprint(warning),
                        "Het mag",
                        Audience.CLERK,
                        DATE))
                .withMessageContaining("personal data cannot be explained: TF-P01");
    }
}
