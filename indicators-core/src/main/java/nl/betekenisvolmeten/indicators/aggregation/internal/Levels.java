package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.table.internal.ObservationBatch;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;

/**
 * The tree in which rows are put: groups by the keys of a plan, and below them what figures need, such as periods. Two trees
 * of the same plan have the same levels in the same order.
 */
public final class Levels {

    /** The part of persons whose code is outside a partition; no code holds this character, which Unicode excludes. */
    public static final String OUTSIDE = "\uFFFF";

    private final TableStructure structure;
    private final Level root = new Level();
    private final List<Level.Below> keys = new ArrayList<>();
    private final Level group;
    /** The levels below the groups, each after the one above it. */
    private final List<Level.Below> below = new ArrayList<>();

    private final Map<String, Level.Below> byName = new HashMap<>();

    public Levels(TableStructure structure, List<Codes> groupings) {
        this.structure = structure;
        Level lowest = root;
        for (Codes grouping : groupings) {
            Level.Below key = new Level.Below(lowest, grouping);
            keys.add(key);
            lowest = key;
        }
        group = lowest;
    }

    /** Returns the level of the groups. */
    public Level group() {
        return group;
    }

    /** Returns the periods of the groups; the groups themselves where rows have no time. */
    public Level period() {
        return structure.timeIndex().isEmpty()
                ? group
                : below("period", group, structure.timeIndex().getAsInt(), UnaryOperator.identity());
    }

    /**
     * The days on which organisations have a state in a stadsdeel.
     *
     * @param day the level of the days
     * @param hasArea whether areas lie between the groups and the days
     * @param hasReporter whether organisations do
     * @param hasTime whether there are days; else the level is that of the organisations
     */
    public record Stock(Level day, boolean hasArea, boolean hasReporter, boolean hasTime) {}

    /** Returns the days on which groups have a state, by stadsdeel and organisation. */
    public Stock stock(Measure.Moment moment) {
        Level lowest = group;
        Optional<Deliveries.Area> area = Deliveries.Area.of(structure);
        if (area.isPresent()) {
            lowest = below(
                    "stadsdeel of state",
                    lowest,
                    area.get().dimension(),
                    area.get().rollUp());
        }
        if (structure.reporterIndex().isPresent()) {
            lowest =
                    below("reporter of state", lowest, structure.reporterIndex().getAsInt(), UnaryOperator.identity());
        }
        if (structure.timeIndex().isPresent()) {
            lowest = below("day of " + moment, lowest, structure.timeIndex().getAsInt(), code -> day(code, moment));
        }
        return new Stock(
                lowest,
                area.isPresent(),
                structure.reporterIndex().isPresent(),
                structure.timeIndex().isPresent());
    }

    /** Returns whether rows of a period can be in a group, given the period in its key. */
    public boolean isIn(int number, String period) {
        List<String> key = key(number);
        for (int i = 0; i < key.size(); i++) {
            Codes codes = keys.get(i).codes();
            boolean isTime =
                    structure.timeIndex().isPresent() && structure.timeIndex().getAsInt() == codes.dimension();
            if (isTime && !Period.ofCode(key.get(i)).contains(Period.ofCode(period))) {
                return false;
            }
        }
        return true;
    }

    public static String day(String code, Measure.Moment moment) {
        Period period = Period.ofCode(code);
        return (moment == Measure.Moment.START ? period.firstDay() : period.lastDayInclusive()).toString();
    }

    /** Returns who delivered in each period; the periods themselves where rows do not say who reports. */
    public Level deliverer() {
        return structure.reporterIndex().isEmpty()
                ? period()
                : below(
                        "deliverer",
                        period(),
                        Codes.ofDeliverers(structure.reporterIndex().getAsInt()));
    }

    /** Returns the places of deliveries in each period: the reporter and the codes of other dimensions. */
    public Level places(List<Integer> dimensions) {
        return places("place", deliverer(), dimensions);
    }

    /** Returns the places in which persons are counted once in a longer period. */
    public Level firstPlaces(PeriodKind length, List<Integer> dimensions) {
        Level year = below(
                "first in " + length,
                group,
                structure.timeIndex().orElseThrow(),
                code -> Period.ofCode(code).rollUp(length).code());
        Level reporter = below(
                "deliverer in " + length,
                year,
                Codes.ofDeliverers(structure.reporterIndex().orElseThrow()));
        return places("first place in " + length, reporter, dimensions);
    }

    private Level places(String prefix, Level above, List<Integer> dimensions) {
        StringBuilder name = new StringBuilder(prefix);
        Level lowest = above;
        for (int d : dimensions) {
            lowest = below(name.append(' ').append(d).toString(), lowest, d, UnaryOperator.identity());
        }
        return lowest;
    }

    /**
     * Returns the parts of each deliverer's period that share no persons, and one or more {@link #OUTSIDE} that may share
     * any.
     */
    public Level part() {
        Level lowest = deliverer();
        for (int d = 0; d < structure.dimensions().size(); d++) {
            if (structure.dimensions().get(d) instanceof Dimension.Category category
                    && !category.partition().isEmpty()) {
                lowest = below("part " + d, lowest, d, code -> isApart(code, category) ? code : OUTSIDE);
            }
        }
        return lowest;
    }

    /**
     * Returns whether a code shares no persons with others; where a row may have several codes, whether none of them
     * does.
     */
    private static boolean isApart(String code, Dimension.Category category) {
        return category.partition().contains(code)
                || (!PossibleCodes.isOne(code) && category.partition().containsAll(PossibleCodes.of(code)));
    }

    /** Returns the combinations of codes within which rows may tell of the same events. */
    public Level combination(Measure.Shared shared) {
        List<Integer> dimensions = new ArrayList<>(structure.combination(shared));
        Level lowest = group;
        if (structure.timeIndex().isPresent()
                && dimensions.remove((Integer) structure.timeIndex().getAsInt())) {
            lowest = period();
            if (structure.reporterIndex().isPresent()
                    && dimensions.remove((Integer) structure.reporterIndex().getAsInt())) {
                lowest = deliverer();
            }
        }
        StringBuilder name = new StringBuilder("combination " + (lowest == group));
        for (int d : dimensions) {
            lowest = below(name.append(' ').append(d).toString(), lowest, d, UnaryOperator.identity());
        }
        return lowest;
    }

    private Level.Below below(String name, Level above, int dimension, UnaryOperator<String> rollUp) {
        return below(name, above, new Codes(dimension, rollUp));
    }

    private Level.Below below(String name, Level above, Codes codes) {
        Level.Below known = byName.get(name);
        if (known != null) {
            return known;
        }
        Level.Below level = new Level.Below(above, codes);
        byName.put(name, level);
        below.add(level);
        return level;
    }

    /** Returns the codes of all levels. */
    public List<Codes> codes() {
        List<Codes> codes = new ArrayList<>();
        keys.forEach(level -> codes.add(level.codes()));
        below.forEach(level -> codes.add(level.codes()));
        return codes;
    }

    /** Finds the nodes of the rows of a batch. */
    public void start(ObservationBatch batch, int from, int to) {
        root.start(batch, from, to);
        keys.forEach(level -> level.start(batch, from, to));
        below.forEach(level -> level.start(batch, from, to));
    }

    /** Returns the group with a key; a new one where there is none yet. */
    public int group(List<String> key) {
        root.plant();
        return group.node(root, 0, key);
    }

    /** Returns the key of a group. */
    public List<String> key(int number) {
        return group.path(root, number);
    }

    /** Where the nodes of another tree are in this one. */
    public static final class Translation {

        /** Stands for a node that is left out. */
        public static final int NOWHERE = -1;

        private final Levels from;
        private final int[] groups;
        private final List<int[]> below = new ArrayList<>();

        private Translation(Levels from, int[] groups) {
            this.from = from;
            this.groups = groups;
        }

        /** Returns for each node of a level of the other tree the node in this one, or {@link #NOWHERE}. */
        public int[] of(Level level) {
            return level == from.group ? groups : below.get(from.below.indexOf(level));
        }
    }

    /** Finds the nodes of another tree with the same levels below the groups, given where its groups are. */
    public Translation translate(Levels other, int[] groups) {
        Translation translation = new Translation(other, groups);
        for (int i = 0; i < below.size(); i++) {
            Level.Below theirs = other.below.get(i);
            translation.below.add(nodes(below.get(i), theirs, translation.of(theirs.above())));
        }
        return translation;
    }

    private static int[] nodes(Level.Below own, Level.Below theirs, int[] parents) {
        int[] nodes = new int[theirs.size()];
        for (int node = 0; node < nodes.length; node++) {
            int parent = parents[theirs.parent(node)];
            nodes[node] = parent == Translation.NOWHERE ? Translation.NOWHERE : own.child(parent, theirs.code(node));
        }
        return nodes;
    }
}
