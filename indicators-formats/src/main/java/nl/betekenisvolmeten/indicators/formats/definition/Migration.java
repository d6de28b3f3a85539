package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * How rows of an earlier version of a format become rows of the version that declares this. A definition can say nothing
 * else than these steps: it cannot run code.
 *
 * @param from the earlier version, as it was when this was read
 * @param steps what changes, in order
 */
public record Migration(FormatDefinition from, List<Step> steps) {

    public Migration {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "from " + from.id() + ": " + steps;
    }

    /** One change between two versions of a format. Each has a way back, which may lose what the way forth lost. */
    public sealed interface Step {

        /**
         * Returns the column that changes.
         *
         * @return its name; in the earlier version where it has two
         */
        ColumnName column();

        /**
         * Returns the inverse of this step.
         *
         * @return the step that undoes this one
         */
        Step inverse();

        /**
         * A column gets another name and keeps its meaning.
         *
         * @param column the earlier name
         * @param to the later name
         */
        record Rename(ColumnName column, ColumnName to) implements Step {
            @Override
            public Step inverse() {
                return new Rename(to, column);
            }
        }

        /**
         * A column is new.
         *
         * @param column the column
         * @param value what it holds in each row; empty when it is left empty
         */
        record Add(ColumnName column, Optional<String> value) implements Step {
            @Override
            public Step inverse() {
                return new Drop(column, value);
            }
        }

        /**
         * A column disappears. What it held is lost.
         *
         * @param column the column
         * @param implied a value that goes without saying, so that dropping it loses nothing
         */
        record Drop(ColumnName column, Optional<String> implied) implements Step {
            @Override
            public Step inverse() {
                return new Add(column, implied);
            }
        }

        /**
         * A value is agreed to be written otherwise: a period, an area by its name or code, a number with more or fewer
         * decimals. What the columns of both versions hold says how.
         *
         * @param column the column
         */
        record ChangeNotation(ColumnName column) implements Step {
            @Override
            public Step inverse() {
                return this;
            }
        }

        /**
         * Codes become other codes.
         *
         * @param column the column
         * @param codes for an earlier code, the later code that holds all that it holds
         * @param split for an earlier code that straddles later ones, those: no row can be told to be of one of them
         * @param splitTo the later code for rows of a code that straddles
         */
        record MapCodes(
                ColumnName column, Map<String, String> codes, Map<String, Set<String>> split, Optional<String> splitTo)
                implements Step {

            /** @throws IllegalArgumentException if a code is both mapped and split, or is split into fewer than two */
            public MapCodes {
                codes = Collections.unmodifiableMap(new TreeMap<>(codes));
                Map<String, Set<String>> copy = new TreeMap<>();
                split.forEach((code, parts) -> copy.put(code, Collections.unmodifiableSet(new TreeSet<>(parts))));
                split = Collections.unmodifiableMap(copy);
                for (Map.Entry<String, Set<String>> entry : split.entrySet()) {
                    if (codes.containsKey(entry.getKey()) || entry.getValue().size() < 2) {
                        throw new IllegalArgumentException("code " + entry.getKey()
                                + " straddles two or more codes, or becomes one: " + entry.getValue());
                    }
                }
            }

            /**
             * Returns the code that a code becomes.
             *
             * @param code an earlier code
             * @return the later one; empty when there is none
             */
            public Optional<String> image(String code) {
                return split.containsKey(code) ? splitTo : Optional.ofNullable(codes.get(code));
            }

            /**
             * Returns whether a code keeps its meaning: the way back leads to it again.
             *
             * @param code an earlier code
             * @return false when detail is lost
             */
            public boolean isExact(String code) {
                return Optional.ofNullable(codes.get(code))
                        .filter(later -> origins(later).size() == 1)
                        .isPresent();
            }

            /**
             * Returns the earlier codes that contribute to a later one.
             *
             * @param later a later code
             * @return the codes, in order; those that only end up in {@link #splitTo} are left out
             */
            public Set<String> origins(String later) {
                Set<String> origins = new TreeSet<>();
                codes.forEach((code, image) -> {
                    if (image.equals(later)) {
                        origins.add(code);
                    }
                });
                split.forEach((code, parts) -> {
                    if (parts.contains(later)) {
                        origins.add(code);
                    }
                });
                return origins;
            }

            @Override
            public Step inverse() {
                Set<String> later = new TreeSet<>(codes.values());
                split.values().forEach(later::addAll);
                Map<String, String> back = new TreeMap<>();
                Map<String, Set<String>> straddling = new TreeMap<>();
                for (String code : later) {
                    Set<String> origins = origins(code);
                    if (origins.size() == 1) {
                        back.put(code, origins.iterator().next());
                    } else {
                        straddling.put(code, origins);
                    }
                }
                return new MapCodes(column, back, straddling, splitTo);
            }
        }
    }
}
