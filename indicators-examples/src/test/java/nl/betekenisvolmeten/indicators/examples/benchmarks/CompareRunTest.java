package nl.betekenisvolmeten.indicators.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CompareRunTest {

    @Test
    void run_change_comparesWhatItSays() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new CompareRun())
                .setOut(new PrintWriter(out, true))
                .execute("--repeat", "1", "--change");

        assertThat(exit).isZero();
        // 44 wijken, 30 indicators, 8 quarters
        assertThat(out.toString()).contains("10560 rows out");
    }
}
