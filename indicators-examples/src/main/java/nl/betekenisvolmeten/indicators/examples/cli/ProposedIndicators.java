package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription;
import nl.betekenisvolmeten.indicators.formats.form.FileDescription.Described;

/**
 * A set of indicators to begin with, for the definition that is proposed for an unknown file: the total of each number,
 * and of visits those per meeting, the share of newcomers and the hours of volunteers, as far as the file has them.
 *
 * @param file the description of the file
 */
record ProposedIndicators(FileDescription file) {

    private static final String SET = """
            {
              "id" : "%s-indicatoren",
              "version" : "1",
              "indicators" : [ %s ]
            }
            """;
    private static final String TOTAL = """
            {
                "id" : "%s",
                "name" : "%s",
                "measure" : { "type" : "TOTAL", "format" : "%s", "column" : "%s" }
              }""";
    private static final String SHARE = """
            {
                "id" : "%s-per-100-%s",
                "name" : "%s per 100 %s",
                "measure" : { "type" : "PROPORTION", "per" : 100, "format" : "%s",
                  "numerator" : { "column" : "%s" }, "denominator" : { "column" : "%s" } }
              }""";
    private static final String RATE = """
            {
                "id" : "%s-per-%s",
                "name" : "%s per %s",
                "measure" : { "type" : "RATE", "per" : 1, "format" : "%s",
                  "numerator" : { "column" : "%s" }, "denominator" : { "column" : "%s" } }
              }""";

    /** A rate per 100 events. */
    private static final String HUNDREDTHS = SHARE.replace("PROPORTION", "RATE");

    /** Returns the text of a definition file. */
    String json() {
        List<String> indicators = new ArrayList<>();
        for (Described column : file.columns()) {
            if (column.type().decimals().isPresent()) {
                indicators.add(TOTAL.formatted(id(column), name(column), file.id(), column.name()));
            }
        }
        like("bezoeken").ifPresent(visits -> {
            like("bijeenkomsten").ifPresent(meetings -> indicators.add(quotient(RATE, visits, meetings)));
            like("nieuwe_deelnemers").ifPresent(newcomers -> indicators.add(quotient(SHARE, newcomers, visits)));
            like("vrijwilligersuren").ifPresent(hours -> indicators.add(quotient(HUNDREDTHS, hours, visits)));
        });
        return SET.formatted(file.id(), String.join(", ", indicators));
    }

    private String quotient(String text, Described above, Described below) {
        return text.formatted(id(above), id(below), name(above), name(below), file.id(), above.name(), below.name());
    }

    private Optional<Described> like(String name) {
        return file.columns().stream()
                .filter(column -> column.type().decimals().isPresent()
                        && column.like()
                                .filter(known -> known.name().value().equals(name))
                                .isPresent())
                .findFirst();
    }

    private static String id(Described column) {
        return column.name().value().replace('_', '-');
    }

    /** Returns the header as the content of a JSON text. */
    private static String name(Described column) {
        return column.header().replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ");
    }
}
