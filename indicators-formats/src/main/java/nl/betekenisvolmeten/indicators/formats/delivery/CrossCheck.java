package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;

/** Checks the parts of an account against each other. */
record CrossCheck(List<PartFacts> parts, Consumer<Finding> found) {

    void check(AccountDefinition.Rule rule) {
        if (rule instanceof AccountDefinition.Rule.Same same) {
            same(same);
        } else if (rule instanceof AccountDefinition.Rule.Occurs occurs) {
            occurs(occurs);
        }
    }

    /** Reports each text that does not match the first text of the first part that has the column. */
    private void same(AccountDefinition.Rule.Same rule) {
        List<ColumnName> columns = List.of(rule.column());
        Optional<String> expected = parts.stream()
                .flatMap(part -> part.texts(columns).keySet().stream())
                .map(texts -> texts.get(0))
                .findFirst();
        for (PartFacts part : parts) {
            part.texts(columns).forEach((texts, row) -> {
                if (expected.filter(text -> isWithin(text, texts.get(0))).isEmpty()) {
                    report(
                            rule,
                            place(part, row).withColumn(rule.column().value()),
                            Map.of(
                                    "part",
                                    part.part().name(),
                                    Finding.VALUE,
                                    texts.get(0),
                                    "expected",
                                    expected.orElse("")));
                }
            });
        }
    }

    /** Returns whether two texts are equal, or one is a period that contains the other, as in a total of a year. */
    private static boolean isWithin(String text, String other) {
        return text.equals(other)
                || Period.parseCode(other)
                        .flatMap(longer -> Period.parseCode(text).filter(longer::contains))
                        .isPresent();
    }

    /**
     * Reports rows that refer to no row of the other part. If that part has rows with errors, one of those may be
     * meant, so nothing is reported.
     */
    private void occurs(AccountDefinition.Rule.Occurs rule) {
        Optional<PartFacts> from = part(rule.from());
        Optional<PartFacts> to = part(rule.to()).filter(PartFacts::isComplete);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Map<List<String>, Long> known = to.get().texts(rule.columns());
        from.get().texts(rule.columns()).forEach((texts, row) -> {
            if (!known.containsKey(texts)) {
                report(rule, place(from.get(), row), Map.of(Finding.VALUE, String.join(", ", texts)));
            }
        });
    }

    private Optional<PartFacts> part(String name) {
        return parts.stream().filter(facts -> facts.part().name().equals(name)).findFirst();
    }

    private static Location place(PartFacts part, long row) {
        return Location.of(part.file()).withRow(row);
    }

    private void report(AccountDefinition.Rule rule, Location where, Map<String, String> arguments) {
        found.accept(Finding.of(rule.verdict().code(), rule.verdict().severity(), where, arguments));
    }
}
