package nl.betekenisvolmeten.indicators.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * Cells are filled in, or left empty, always or where another column has one of some codes.
 *
 * @param verdict what breaking it gives
 * @param filled the cells
 * @param fill which of them hold something
 * @param where where the rule applies; empty when it does everywhere
 */
public record FilledRule(Verdict verdict, List<ColumnName> filled, Fill fill, Optional<Where> where) implements Rule {
    /** @throws IllegalArgumentException if there are no cells */
    public FilledRule {
        filled = List.copyOf(filled);
        if (filled.isEmpty()) {
            throw new IllegalArgumentException("a rule about cells that are filled in has columns");
        }
    }

    @Override
    public List<ColumnName> columns() {
        return Stream.concat(filled.stream(), where.map(Where::column).stream())
                .distinct()
                .toList();
    }

    /** Which cells hold something. */
    public enum Fill {
        /** Each of them. */
        ALL,
        /** At least one. */
        ANY,
        /** Not one. */
        NONE
    }

    /**
     * Where a rule applies.
     *
     * @param column a column with a code list
     * @param codes the codes for which it applies
     */
    public record Where(ColumnName column, Set<String> codes) {
        public Where {
            codes = Set.copyOf(codes);
        }
    }
}
