package nl.betekenisvolmeten.indicators.formats.definition;

import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** How much what a column holds differs between two versions. */
final class TypeChange {

    private TypeChange() {}

    /** Returns whether every value of the earlier column is also a value of the later one, limits aside. */
    static boolean isNone(ColumnType earlier, ColumnType later) {
        if (earlier instanceof ColumnType.Code from && later instanceof ColumnType.Code to) {
            return contains(to.codes(), from.codes());
        }
        return isSameKind(earlier, later) && !isNotation(earlier, later);
    }

    /** Returns whether only the notation differs: that of periods or areas, or the decimals of a number. */
    static boolean isNotation(ColumnType earlier, ColumnType later) {
        if (!isSameKind(earlier, later)) {
            return false;
        }
        if (earlier instanceof ColumnType.Time from && later instanceof ColumnType.Time to) {
            return from.notation() != to.notation();
        }
        if (earlier instanceof ColumnType.Place from && later instanceof ColumnType.Place to) {
            return from.byName() != to.byName();
        }
        return !earlier.decimals().equals(later.decimals());
    }

    private static boolean isSameKind(ColumnType earlier, ColumnType later) {
        if (earlier instanceof ColumnType.Time from && later instanceof ColumnType.Time to) {
            return to.lengths().containsAll(from.lengths());
        }
        if (earlier instanceof ColumnType.Place from && later instanceof ColumnType.Place to) {
            return from.level() == to.level() && from.areas().equals(to.areas());
        }
        boolean numbers = earlier.decimals().isPresent() && later.decimals().isPresent();
        return numbers || earlier.getClass().equals(later.getClass());
    }

    private static boolean contains(Codelist all, Codelist some) {
        return some.codes().stream().allMatch(all::contains);
    }
}
