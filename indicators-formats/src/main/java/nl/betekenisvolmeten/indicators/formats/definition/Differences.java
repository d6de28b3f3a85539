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
        ColumnType leftType = left.rule().type();
        ColumnType rightType = right.rule().type();
        note(
                differences,
                Difference.NATURE,
                natureDiffers(left.rule().part(), right.rule().part()));
        if (leftType.decimals().isPresent() && rightType.decimals().isPresent()) {
            note(differences, Difference.DECIMALS, !leftType.decimals().equals(rightType.decimals()));
            note(differences, Difference.LIMIT, !leftType.largest().equals(rightType.largest()));
        } else if (!leftType.getClass().equals(rightType.getClass())
                || !left.rule().part().getClass().equals(right.rule().part().getClass())) {
            differences.add(Difference.KIND);
        } else {
            addTypes(differences, leftType, rightType);
        }
        return differences;
    }

    private static void addTypes(Set<Difference> differences, ColumnType left, ColumnType right) {
        if (left instanceof ColumnType.Code a && right instanceof ColumnType.Code b) {
            note(differences, Difference.CODES, !codes(a).equals(codes(b)));
        } else if (left instanceof ColumnType.Place a && right instanceof ColumnType.Place b) {
            note(differences, Difference.AREAS, a.level() != b.level() || !areas(a).equals(areas(b)));
            note(differences, Difference.CODE_OR_NAME, a.byName() != b.byName());
        } else if (left instanceof ColumnType.Time a && right instanceof ColumnType.Time b) {
            note(differences, Difference.PERIOD_LENGTH, a.kind() != b.kind());
        } else if (left instanceof ColumnType.Text a && right instanceof ColumnType.Text b) {
            note(differences, Difference.LIMIT, a.maximumLength() != b.maximumLength());
        } else if (!(left instanceof ColumnType.Day)) {
            // in which periods a day may lie is a matter of the version, as it is of periods
            note(differences, Difference.KIND, !left.equals(right));
        }
    }

    private static void note(Set<Difference> differences, Difference difference, boolean holds) {
        if (holds) {
            differences.add(difference);
        }
    }

    private static boolean natureDiffers(ColumnRule.Part left, ColumnRule.Part right) {
        return left instanceof ColumnRule.Part.OfMeasure a
                && right instanceof ColumnRule.Part.OfMeasure b
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
