package nl.betekenisvolmeten.indicators.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a share of answers is made of, in words. */
class ExplainAnswersTest {

    private static final String HEADER =
            "organisatie;stadsdeel;periode;vragenlijst;vraag;doelgroep;ja;nee;weet_niet;nvt;" + "uitgenodigd;respons\n";

    @TempDir
    private Path folder;

    /** 24 of 24 + 12 answers; the text of how answers add up was missing, and the program failed. */
    @Test
    void explain_shareOfAnswers_isInWords() {
        Path file = Sheet.writeText(
                folder, "em.csv", HEADER + "91000045;Laak;2026KW02;clientervaring;ce-effect;ALLEN;24;12;;4;200;40\n");
        String cell = "indicator=ervaren-effect;stadsdeel=Laak;periode=2026KW02";
        assertThat(Run.of("explain", file, "--cell", cell).exits(0).out()).contains("66,666", "Antwoorden: opgeteld");
        assertThat(Run.of("explain", file, "--cell", cell, "--lang", "en")
                        .exits(0)
                        .out())
                .contains("66.666", "Answers: added");
    }
}
