package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.internal.ColumnBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows are accepted as clean, and which are handed on as they stand. That both give the same is tested elsewhere. */
class BulkReaderTest {

    private static final RuleSet RULES = Definitions.bundled().formats().all().stream()
            .filter(format -> format.columns().size() == 17)
            .findFirst()
            .orElseThrow()
            .ruleSet();

    private static final String GOOD =
            "91000001;Centrum;WK051829;2026KW01;1;ONTMOETEN;%s;ALLEN;50-66;12;180;40;6;4;48,5;2;";

    /** Keeps the numbers of rows, and single rows. */
    private static final class Kept implements RowSink {
        private final List<Long> clean = new ArrayList<>();
        private final List<RawRow> single = new ArrayList<>();
        private final List<Dictionary> dictionaries =
                Stream.generate(Dictionary::new).limit(17).toList();

        @Override
        public void row(RawRow row) {
            single.add(row);
        }

        @Override
        public void acceptClean(ColumnBatch rows, long firstRow, int from, int to) {
            IntStream.range(from, to).forEach(i -> clean.add(firstRow + i));
        }

        @Override
        public boolean hasRoomFor(int more) {
            return true;
        }

        @Override
        public long awaitsNameless() {
            return 0;
        }

        @Override
        public void expects(long rows) {
            // says nothing of which rows are clean
        }

        @Override
        public Dictionary dictionary(int column) {
            return dictionaries.get(column);
        }
    }

    private static Kept read(String rows, int threads) throws IOException, UnreadableException {
        String text = "x\n" + rows;
        BulkLayout layout =
                new BulkLayout(';', 1, 17, IntStream.range(0, 17).boxed().toList(), List.of());
        Kept kept = new Kept();
        BulkEnd end = BulkReader.of(Validator.of(RULES), layout, ReadLimits.withDefaults(), 300, threads)
                .orElseThrow()
                .read(
                        DeliverySource.ofText("telling.csv", text),
                        0,
                        text.length(),
                        kept,
                        DeliverySource.ProgressListener.NOBODY);
        assertThat(end.kind()).isEqualTo(BulkEnd.Kind.COMPLETE);
        return kept;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void read_goodRows_areAllProven(int threads) throws IOException, UnreadableException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append(String.format(
                            java.util.Locale.ROOT, GOOD, i % 2 == 0 ? "Groep " + i : "\"Zeg \"\"" + i + "\"\"\""))
                    .append(i % 3 == 0 ? "\"Een;\ntwee\"" : "")
                    .append(i % 5 == 0 ? "\r\n" : "\n");
        }
        Kept kept = read(rows.toString(), threads);
        assertThat(kept.single).isEmpty();
        assertThat(kept.clean)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> i + 2L).toList());
    }

    @Test
    void read_rowsOfWhichSomethingIsToBeSeen_areHandedOnAsTheyStand() throws IOException, UnreadableException {
        String good = String.format(java.util.Locale.ROOT, GOOD, "Groep");
        Kept kept = read(
                String.join(
                        "\n",
                        good,
                        good.replace(";180;", ";18o;"),
                        good.replace(";180;", ";39;"),
                        "",
                        good.replace("WK051829", "WK051836"),
                        good,
                        good + ";",
                        good.replace("Groep", "\" =1+1\"")),
                1);
        assertThat(kept.clean).containsExactly(2L, 7L);
        assertThat(kept.single.stream().map(RawRow::number)).containsExactly(3L, 4L, 5L, 6L, 8L, 9L);
        assertThat(kept.single.get(0).cells().get(10)).isEqualTo("18o");
        assertThat(kept.single.get(2).cells()).containsExactly("");
        assertThat(kept.single.get(4).cells()).hasSize(18);
        assertThat(kept.single.get(5).cells().get(6)).isEqualTo(" =1+1");
    }
}
