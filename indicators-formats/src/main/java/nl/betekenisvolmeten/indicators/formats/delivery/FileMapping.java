package nl.betekenisvolmeten.indicators.formats.delivery;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.Projection;

/** How the rows of a file get among those of other files. */
public sealed interface FileMapping {

    /**
     * Returns the format that the file itself is written in.
     *
     * @return the format; empty when it was not recognised
     */
    Optional<FormatDefinition> written();

    /**
     * Returns whether its good rows are read.
     *
     * @return false when it is of another form, or of none that is known: then it is only checked
     */
    default boolean isRead() {
        return this instanceof AsIs || this instanceof CarriedOver || this instanceof Narrowed;
    }

    /**
     * Its rows are of the version asked for.
     *
     * @param format that version
     */
    record AsIs(FormatDefinition format) implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.of(format);
        }
    }

    /**
     * Its rows are carried over along the steps that formats declare.
     *
     * @param plan the steps
     */
    record CarriedOver(MigrationPlan plan) implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.of(plan.source());
        }
    }

    /**
     * No steps lead to the other version, but that asks for less: what it lacks is excluded.
     *
     * @param from the version that the file is written in
     * @param to the version that asks for less
     * @param projection makes rows of the one rows of the other
     */
    record Narrowed(FormatDefinition from, FormatDefinition to, Projection projection) implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.of(from);
        }

        /**
         * Returns what is excluded.
         *
         * @return the columns that the other version lacks, in their order
         */
        public List<ColumnName> excluded() {
            return from.columns().stream()
                    .map(Column::name)
                    .filter(name -> to.column(name).isEmpty())
                    .toList();
        }
    }

    /**
     * It is of another form, or of a version from which nothing leads to the one asked for. It is checked only.
     *
     * @param format the format that the file is written in
     */
    record OtherForm(FormatDefinition format) implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.of(format);
        }
    }

    /**
     * Its rows are totals over the rows of the other files, which they replace.
     *
     * @param format the format that the file is written in
     */
    record OwnTotals(FormatDefinition format) implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.of(format);
        }
    }

    /** Its format was not recognised. It is checked only, which says why. */
    record NotRecognised() implements FileMapping {
        @Override
        public Optional<FormatDefinition> written() {
            return Optional.empty();
        }
    }
}
