package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.formats.definition.SharedColumns.Difference;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Finds in what two columns differ. */
final class Differences {

    private Differences() {}

    static Set<Difference> between(Column left, Column right) {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        note(differences, Difference.NAME, !left.name().equals(right.name()));
        note(
                differences,
                Difference.REQUIRED,
                left.rule().required() != right.rule().required());
        ColumnType one = left.rule().type();
        ColumnType other = right.rule().type();
        note(
                differences,
                Difference.NATURE,
                natureDiffers(left.rule().part(), right.rule().part()));
        if (isNumber(one) && isNumber(other)) {
            note(differences, Difference.DECIMALS, !one.decimals().equals(other.decimals()));
            note(differences, Difference.LIMIT, !one.largest().equals(other.largest()));
        } else if (!one.getClass().equals(other.getClass())
                || !samePart(left.rule().part(), right.rule().part())) {
            differences.add(Difference.KIND);
        } else {
            addTypes(differences, one, other);
        }
        return differences;
    }

    private static void addTypes(Set<Difference> differences, ColumnType one, ColumnType other) {
        if (one instanceof ColumnType.Code a && other instanceof ColumnType.Code b) {
            note(differences, Difference.CODES, !codes(a).equals(codes(b)));
        } else if (one instanceof ColumnType.Place a && other instanceof ColumnType.Place b) {
            note(differences, Difference.AREAS, a.level() != b.level() || !areas(a).equals(areas(b)));
            note(differences, Difference.CODE_OR_NAME, a.byName() != b.byName());
        } else if (one instanceof ColumnType.Time a && other instanceof ColumnType.Time b) {
            note(differences, Difference.PERIOD_LENGTH, a.kind() != b.kind());
        } else if (one instanceof ColumnType.Day && other instanceof ColumnType.Day) {
            // in which periods a day may lie is a matter of the version, as it is of periods
            note(differences, Difference.KIND, false);
        } else if (one instanceof ColumnType.Text a && other instanceof ColumnType.Text b) {
            note(differences, Difference.LIMIT, a.maximumLength() != b.maximumLength());
        } else {
            note(differences, Difference.KIND, !one.equals(other));
        }
    }

    private static void note(Set<Difference> differences, Difference difference, boolean holds) {
        if (holds) {
            differences.add(difference);
        }
    }

    private static boolean isNumber(ColumnType type) {
        return type.decimals().isPresent();
    }

    private static boolean samePart(ColumnRule.Part one, ColumnRule.Part other) {
        return one.getClass().equals(other.getClass());
    }

    private static boolean natureDiffers(ColumnRule.Part one, ColumnRule.Part other) {
        return one instanceof ColumnRule.Part.OfMeasure a
                && other instanceof ColumnRule.Part.OfMeasure b
                && !(a.measure().getClass().equals(b.measure().getClass())
                        && moment(a).equals(moment(b)));
    }

    /** At which end of a period a state is. */
    private static Optional<Measure.Moment> moment(ColumnRule.Part.OfMeasure part) {
        return part.measure() instanceof Measure.Stock stock ? Optional.of(stock.moment()) : Optional.empty();
    }

    private static Set<String> codes(ColumnType.Code type) {
        return Set.copyOf(type.codes().codes());
    }

    private static List<AreaCode> areas(ColumnType.Place type) {
        return type.areas().areas(type.level()).stream().map(Area::code).toList();
    }
}
