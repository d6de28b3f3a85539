package nl.betekenisvolmeten.indicators.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.table.CountTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one of many validations at once costs, as the guide has it: each delivery is held at nine tenths of its rows, and
 * the heap is looked at when all are there. In every row the text is another, which costs most.
 */
class ConcurrentMemoryTest {

    private static final int AT_ONCE = 16;
    private static final DeliveryReader READER = DeliveryReader.of(Definitions.bundled());

    private static byte[] delivery(int rows, int number) {
        StringBuilder text = new StringBuilder("organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;"
                + "doelgroep;leeftijdsgroep;bijeenkomsten;bezoeken;unieke_deelnemers\n");
        for (int row = 0; row < rows; row++) {
            text.append("91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé ")
                    .append(number * rows + row)
                    .append(";ALLEN;18-29;10;80;20\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Reads an upload, and waits at nine tenths of its rows. */
    private static Callable<Checked<CountTable>> reading(
            byte[] bytes, long rows, CountDownLatch there, CountDownLatch on) {
        return () -> {
            AtomicBoolean waited = new AtomicBoolean();
            return READER.withProgress((done, read) -> {
                        if (read >= rows * 9 / 10 && waited.compareAndSet(false, true)) {
                            there.countDown();
                            await(on);
                        }
                        return true;
                    })
                    .readTable(DeliverySource.of("levering.csv", new ByteArrayInputStream(bytes)));
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 2.5", "10000, 12"})
    void manyReads_atOnce_costWhatTheGuideSays(int rows, double mostMegabytes) throws Exception {
        List<byte[]> uploads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            uploads.add(delivery(rows, i));
        }
        // what is made once is not a cost of each
        READER.readTable(DeliverySource.of("eerste.csv", uploads.get(0)));
        CountDownLatch there = new CountDownLatch(AT_ONCE);
        CountDownLatch on = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long before = used();
            List<Future<Checked<CountTable>>> results = new ArrayList<>();
            for (byte[] upload : uploads) {
                results.add(threads.submit(reading(upload, rows, there, on)));
            }
            await(there);
            double each = (used() - before) / 1e6 / AT_ONCE;
            on.countDown();
            for (Future<Checked<CountTable>> result : results) {
                assertThat(result.get().orThrow().size()).isEqualTo(rows);
            }
            assertThat(each)
                    .as("MB for each of %d deliveries of %d rows", AT_ONCE, rows)
                    .isBetween(0.1, mostMegabytes);
        } finally {
            on.countDown();
            threads.shutdownNow();
        }
    }
}
