package nl.betekenisvolmeten.indicators.formats.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {

    /** Names in no order of the alphabet, with every kind of value. */
    record Whole(
            String zIsFirst,
            double computed,
            Optional<Double> noNumber,
            BigDecimal decimal,
            Optional<BigDecimal> quotient,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> leftOut,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<List<String>> emptyList,
            Map<String, List<Double>> asTheyAre,
            JsonObject aIsLast) {}

    private static JsonObject inner(int number, boolean b) {
        return JsonObject.of("ownNames", number).with("b", b);
    }

    private static final Whole WHOLE = new Whole(
            "a\u2028\"b\"",
            1.2e-300,
            Optional.empty(),
            new BigDecimal("1E+3"),
            Optional.of(new BigDecimal("0.3333333333333333333333333333333333")),
            Optional.empty(),
            Optional.of(List.of()),
            Map.of("camelCase", List.of(0.1, 2.0)),
            inner(3, true));

    private static String written(Object value) throws IOException {
        StringWriter out = new StringWriter();
        JsonFiles.write(value, out);
        return out.toString();
    }

    @Test
    void write_record_namesOrderNumbersAndNullsAreFixed() throws IOException {
        assertThat(written(WHOLE)).isEqualTo("""
                {
                  "z_is_first" : "a\u2028\\"b\\"",
                  "computed" : 1.2E-300,
                  "no_number" : null,
                  "decimal" : 1000,
                  "quotient" : 0.33333333333333333,
                  "empty_list" : [ ],
                  "as_they_are" : {
                    "camelCase" : [ 0.1, 2 ]
                  },
                  "a_is_last" : {
                    "ownNames" : 3,
                    "b" : true
                  }
                }
                """);
    }

    @Test
    void writeLines_elements_eachOnALine() throws IOException {
        StringWriter out = new StringWriter();
        JsonFiles.writeLines(List.of(inner(1, true), inner(2, false)).iterator(), out);
        assertThat(out.toString()).isEqualTo("""
                [
                {"ownNames":1,"b":true}
                ,{"ownNames":2,"b":false}]
                """);
    }

    @Test
    void writeArray_none_isAnEmptyArray() throws IOException {
        StringWriter out = new StringWriter();
        JsonFiles.writeArray(List.of().iterator(), out);
        assertThat(out.toString()).isEqualTo("[ ]\n");
    }

    private interface Way {
        void write(Iterator<JsonObject> rows, StringWriter out) throws IOException;
    }

    private record Table(Iterable<JsonObject> rows) {}

    /** A row is written before many more are asked for: a table of any length fits in memory. */
    @ParameterizedTest
    @ValueSource(strings = {"array", "lines", "nested"})
    void write_longTable_isWrittenAsItComes(String kind) throws IOException {
        Way way = switch (kind) {
            case "array" -> JsonFiles::writeArray;
            case "lines" -> JsonFiles::writeLines;
            default -> (rows, out) -> JsonFiles.write(new Table(() -> rows), out);
        };
        int rows = 50_000;
        int shortest = "{\"ownNames\":0,\"b\":true}".length();
        int buffered = 100_000;
        StringWriter out = new StringWriter();
        int[] furthest = {0};
        Iterator<JsonObject> asked = IntStream.range(0, rows)
                .mapToObj(i -> {
                    furthest[0] =
                            Math.max(furthest[0], i * shortest - out.getBuffer().length());
                    return inner(i, true);
                })
                .iterator();
        way.write(asked, out);
        assertThat(furthest[0]).isLessThan(buffered);
        assertThat(out.getBuffer().length()).isGreaterThan(rows * shortest);
    }
}
