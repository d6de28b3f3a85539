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
    private static final String QUOTIENT = """
            {
                "id" : "%s-per-%s",
                "name" : "%s per %s",
                "measure" : { "type" : "%s", "per" : %d, "format" : "%s",
                  "numerator" : { "column" : "%s" }, "denominator" : { "column" : "%s" } }
              }""";

    /** Returns the text of a definition file. */
    String json() {
        List<String> indicators = new ArrayList<>();
        for (Described column : file.columns()) {
            if (column.type().decimals().isPresent()) {
                indicators.add(TOTAL.formatted(id(column), name(column), file.id(), column.name()));
            }
        }
        like("bezoeken").ifPresent(visits -> {
            like("bijeenkomsten").ifPresent(meetings -> indicators.add(quotient("RATE", 1, visits, meetings)));
            like("nieuwe_deelnemers")
                    .ifPresent(newcomers -> indicators.add(quotient("PROPORTION", 100, newcomers, visits)));
            like("vrijwilligersuren").ifPresent(hours -> indicators.add(quotient("RATE", 100, hours, visits)));
        });
        return SET.formatted(file.id(), String.join(", ", indicators));
    }

    private String quotient(String type, int per, Described above, Described below) {
        String many = per == 1 ? "" : per + " ";
        return QUOTIENT.formatted(
                id(above),
                many.replace(' ', '-') + id(below),
                name(above),
                many + name(below),
                type,
                per,
                file.id(),
                above.name(),
                below.name());
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
