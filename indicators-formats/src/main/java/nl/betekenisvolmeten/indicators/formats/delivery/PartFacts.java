package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** What the good rows of a part say in the columns that rules over parts read: each different text once. */
final class PartFacts implements Consumer<CheckedRow> {

    /** More different texts than any honest account has; what comes after is not compared. */
    private static final int MOST = 10_000;

    private final AccountDefinition.Part part;
    private final String file;
    private final Map<List<ColumnName>, Map<List<String>, Long>> rows = new HashMap<>();
    private boolean complete;

    PartFacts(AccountDefinition account, AccountDefinition.Part part, String file) {
        this.part = part;
        this.file = file;
        for (AccountDefinition.Rule rule : account.rules()) {
            columns(rule).stream()
                    .filter(columns -> columns.stream().allMatch(part::has))
                    .forEach(columns -> rows.put(columns, new LinkedHashMap<>()));
        }
        reported(part).ifPresent(columns -> rows.put(columns, new LinkedHashMap<>()));
    }

    /** Returns the columns of the reporter and the period; empty if the part lacks either. */
    private static Optional<List<ColumnName>> reported(AccountDefinition.Part part) {
        TableStructure structure = part.format().ruleSet().structure();
        return structure.reporterIndex().isPresent() && structure.timeIndex().isPresent()
                ? Optional.of(List.of(
                        structure
                                .dimensions()
                                .get(structure.reporterIndex().getAsInt())
                                .name(),
                        structure
                                .dimensions()
                                .get(structure.timeIndex().getAsInt())
                                .name()))
                : Optional.empty();
    }

    /** Returns whether a row is of the organisation of an agreement, in a period in which the agreement is valid. */
    boolean isUnder(ReportingAgreement agreement) {
        return reported(part).map(this::texts).orElse(Map.of()).keySet().stream()
                .anyMatch(texts -> texts.get(0).equals(agreement.reporter().value())
                        && Period.parseCode(texts.get(1))
                                .filter(agreement.validity()::contains)
                                .isPresent());
    }

    private static List<List<ColumnName>> columns(AccountDefinition.Rule rule) {
        return rule instanceof AccountDefinition.Rule.Occurs occurs
                ? List.of(occurs.columns())
                : List.of(List.of(((AccountDefinition.Rule.Same) rule).column()));
    }

    @Override
    public void accept(CheckedRow row) {
        rows.forEach((columns, seen) -> {
            if (seen.size() < MOST) {
                List<String> texts = columns.stream()
                        .map(column -> row.text(column).orElse(""))
                        .toList();
                seen.putIfAbsent(texts, row.number());
            }
        });
    }

    /** Ends the collecting, after all rows have been read. */
    void finish(DeliveryReport report) {
        complete = report.format().isPresent() && report.rows() == report.rowsAccepted();
    }

    /**
     * Returns whether every row of the part is good and all texts were kept, so that what is not found here is not in
     * the part.
     */
    boolean isComplete() {
        return complete && rows.values().stream().allMatch(seen -> seen.size() < MOST);
    }

    AccountDefinition.Part part() {
        return part;
    }

    String file() {
        return file;
    }

    /** Returns the different texts in columns, each with its first row; none if the part does not have the columns. */
    Map<List<String>, Long> texts(List<ColumnName> columns) {
        return rows.getOrDefault(columns, Map.of());
    }
}
