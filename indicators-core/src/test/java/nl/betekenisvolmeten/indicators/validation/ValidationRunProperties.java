package nl.betekenisvolmeten.indicators.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Observation;

/** Whatever stands in the cells. */
class ValidationRunProperties {

    private record Outcome(List<Finding> findings, List<Observation> accepted, long rows, long rowsAccepted) {}

    @Provide
    Arbitrary<List<Forms.Row>> deliveries() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " ",
                "0",
                "-0",
                "-4",
                "1.200",
                "12,5",
                "1e3",
                "9".repeat(40),
                "2026-Q1",
                "2025KW04",
                "senioren",
                "WK051802",
                "Haagse Hout",
                "67 +",
                "JEUGD",
                "bsn 123456782",
                "=1+1",
                "\t",
                "\u00a0",
                "\ud800",
                "\u0000");
        Arbitrary<String> text = Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(60));
        Arbitrary<ColumnName> column =
                Arbitraries.of(Forms.COLUMNS.stream().map(ColumnRule::name).toList());
        Arbitrary<Forms.Row> row = Arbitraries.maps(column, text).ofMaxSize(4).map(changes -> {
            Forms.Row changed = Forms.good();
            for (var change : changes.entrySet()) {
                changed = changed.with(change.getKey(), change.getValue());
            }
            return changed;
        });
        return row.list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Forms.Row>> rubbish() {
        return Arbitraries.strings()
                .ofMaxLength(40)
                .list()
                .ofSize(Forms.COLUMNS.size())
                .map(Forms.Row::new)
                .list()
                .ofMaxSize(5);
    }

    private static Outcome run(List<Forms.Row> rows, Leniency leniency) {
        List<Finding> findings = new ArrayList<>();
        List<Observation> accepted = new ArrayList<>();
        ValidationRun run =
                Validator.of(Forms.RULE_SET, leniency).start(Location.of("x"), findings::add, accepted::add, 4);
        for (int i = 0; i < rows.size(); i++) {
            run.row(i + 1L, rows.get(i).texts());
        }
        return new Outcome(findings, accepted, run.rows(), run.rowsAccepted());
    }

    private static void assertEachRowIsJudged(Outcome outcome, int rows) {
        Set<Long> rejected = new TreeSet<>();
        outcome.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> rejected.add(finding.location().row().orElseThrow()));
        assertThat(outcome.rows()).isEqualTo(rows);
        assertThat(outcome.rowsAccepted()).isEqualTo(outcome.accepted().size());
        assertThat(outcome.rowsAccepted() + rejected.size()).isEqualTo(rows);
        assertThat(outcome.findings().stream()
                        .filter(finding -> finding.location().row().isPresent())
                        .map(finding -> finding.location().row().getAsLong()))
                .isSorted();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyRow_isAcceptedOrHasAnError(@ForAll("deliveries") List<Forms.Row> rows, @ForAll Leniency leniency) {
        assertEachRowIsJudged(run(rows, leniency), rows.size());
    }

    @Property(tries = 200)
    void anyText_inAnyColumn_isJudged(@ForAll("rubbish") List<Forms.Row> rows, @ForAll Leniency leniency) {
        assertEachRowIsJudged(run(rows, leniency), rows.size());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void leniency_changesNothingButNotations(@ForAll("deliveries") List<Forms.Row> rows) {
        Outcome standard = run(rows, Leniency.STANDARD);
        Outcome lenient = run(rows, Leniency.LENIENT);
        assertThat(lenient.accepted()).isEqualTo(standard.accepted());
        assertThat(Forms.summary(lenient.findings())).isEqualTo(Forms.summary(standard.findings()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void acceptedRow_writtenInItsCanonicalCodes_isAcceptedAgain(@ForAll("deliveries") List<Forms.Row> rows) {
        for (Observation observation : run(rows, Leniency.STANDARD).accepted()) {
            Forms.Row canonical = Forms.good();
            for (int d = 0; d < observation.dimensions(); d++) {
                canonical = canonical.with(Forms.COLUMNS.get(d).name(), observation.code(d));
            }
            List<Observation> again = run(List.of(canonical), Leniency.STANDARD).accepted();
            assertThat(again).hasSize(1);
            for (int d = 0; d < observation.dimensions(); d++) {
                assertThat(again.get(0).code(d)).isEqualTo(observation.code(d));
            }
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void defaults_ofTheMachine_playNoPart(@ForAll("deliveries") List<Forms.Row> rows) {
        Outcome here = run(rows, Leniency.STANDARD);
        Locale locale = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(run(rows, Leniency.STANDARD)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
        }
    }
}
