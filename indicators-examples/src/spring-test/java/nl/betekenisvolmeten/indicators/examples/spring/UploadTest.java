package nl.betekenisvolmeten.indicators.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as a client meets it, over a real connection. */
class UploadTest {

    private static final String HEADER =
            "organisatie;stadsdeel;wijk;periode;ambitie;activiteitsoort;activiteit;doelgroep;leeftijdsgroep;"
                    + "bijeenkomsten;bezoeken;unieke_deelnemers\n";
    private static final String GOOD =
            HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;80;20\n";
    private static final String BAD = HEADER + "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé;ALLEN;18-29;10;8;20\n";

    private static final int UPLOADS = 50;
    private static final int ROWS = 1_000;

    private static ConfigurableApplicationContext server;
    private static URI uri;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = SpringApplication.run(UploadApplication.class, "--server.port=0", "--spring.main.banner-mode=off");
        String port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        uri = URI.create("http://localhost:" + port + "/deliveries?name=levering.csv");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest request(String language, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(uri)
                .header("Accept-Language", language)
                .header("Content-Type", "text/csv")
                .POST(body)
                .build();
    }

    private static HttpResponse<String> send(String language, String body) throws IOException, InterruptedException {
        return CLIENT.send(request(language, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    @Test
    void upload_ofAGoodFile_givesTotals() throws Exception {
        HttpResponse<String> response = send("nl", GOOD);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("Laak", "80");
    }

    @Test
    void upload_ofABadFile_isAProblemInTheLanguageOfTheRequest() throws Exception {
        HttpResponse<String> dutch = send("nl", BAD);
        HttpResponse<String> english = send("en-GB,en;q=0.8", BAD);
        assertThat(dutch.statusCode()).isEqualTo(422);
        assertThat(dutch.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.builder().build().readTree(dutch.body());
        assertThat(problem.path("title").textValue()).isEqualTo("De levering heeft fouten");
        assertThat(problem.path("findings").get(0).path("code").textValue()).isEqualTo("TF-R02");
        assertThat(problem.path("findings").get(0).path("row").intValue()).isEqualTo(2);
        String words = problem.path("findings").get(0).path("message").textValue();
        assertThat(words).isNotBlank();
        assertThat(english.body()).contains("The delivery has errors", "TF-R02").doesNotContain(words);
    }

    @Test
    void upload_aboveTheLimit_isRefused_andNotHeld() throws Exception {
        long most = 256L << 20;
        HttpResponse<String> response = CLIENT.send(
                request("nl", BodyPublishers.ofInputStream(() -> new Zeros(most))), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("TF-S08", "groter dan 4 MB (grens van de ontvanger)");
        System.gc();
        long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        assertThat(held).isLessThan(most / 2);
    }

    /** A delivery of many rows, each of another activity. */
    private static String large(int visits) {
        return HEADER
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> "91000011;Laak;WK051838;2026KW01;1;TAAL;Taalcafé " + row + ";ALLEN;18-29;10;"
                                + visits + ";20\n")
                        .collect(Collectors.joining());
    }

    @Test
    void fiftyUploads_atOnce_eachGetTheirOwnAnswer() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, UPLOADS)
                .mapToObj(i -> CLIENT.sendAsync(
                        request("nl", BodyPublishers.ofString(large(1000 + i))), BodyHandlers.ofString()))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            HttpResponse<String> answer = answers.get(i).join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"bezoeken\":" + (1000 + i) * ROWS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        // garbage included, so what a server needs is less
        long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        System.out.printf(
                Locale.ROOT,
                "%d uploads of %d rows at once: %.1f s, %.0f a second, at most %d MB of heap%n",
                UPLOADS,
                ROWS,
                seconds,
                UPLOADS / seconds,
                peak);
        assertThat(seconds).isLessThan(60);
        assertThat(peak).isLessThan(600);
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** A stream of zeros that holds no bytes in memory. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + count, (byte) '0');
            left -= count;
            return count;
        }
    }
}
