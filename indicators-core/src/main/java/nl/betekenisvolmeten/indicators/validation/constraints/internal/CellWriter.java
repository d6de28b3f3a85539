package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import org.jspecify.annotations.Nullable;

/** Writes the value of a property as the cell of a file. */
final class CellWriter {

    /** Beyond this many digits a number is no figure, and not worth writing out. */
    private static final int MAX_DIGITS = 100;

    private CellWriter() {}

    /** Returns the cell in the notation of a column of this type; empty if the type of value is unknown. */
    static Optional<String> cell(@Nullable Object value, ColumnType type) {
        if (value == null) {
            return Optional.of("");
        }
        Optional<Optional<?>> inner = optional(value);
        if (inner.isPresent()) {
            return cell(inner.get().orElse(null), type);
        }
        if (value instanceof CharSequence || value instanceof LocalDate) {
            return Optional.of(value.toString());
        } else if (value instanceof Boolean yes) {
            return Optional.of(yes ? "ja" : "nee");
        } else if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        } else if (value instanceof Number number) {
            return Optional.of(number(number));
        }
        return code(value, type);
    }

    /** Returns the value as an Optional if it is one of any kind. */
    private static Optional<Optional<?>> optional(Object value) {
        if (value instanceof Optional<?> some) {
            return Optional.of(some);
        } else if (value instanceof OptionalInt some) {
            return Optional.of(some.isPresent() ? Optional.of(some.getAsInt()) : Optional.empty());
        } else if (value instanceof OptionalLong some) {
            return Optional.of(some.isPresent() ? Optional.of(some.getAsLong()) : Optional.empty());
        } else if (value instanceof OptionalDouble some) {
            return Optional.of(some.isPresent() ? Optional.of(some.getAsDouble()) : Optional.empty());
        }
        return Optional.empty();
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return dutch(decimal);
        } else if (number instanceof BigInteger whole) {
            return dutch(new BigDecimal(whole));
        } else if (number instanceof Double || number instanceof Float) {
            String text = number.toString();
            return Double.isFinite(number.doubleValue()) ? dutch(new BigDecimal(text)) : text;
        }
        return number.toString();
    }

    private static String dutch(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() > MAX_DIGITS || Math.abs((long) shortest.scale()) > MAX_DIGITS) {
            return shortest.round(MathContext.DECIMAL32).toString();
        }
        return shortest.toPlainString().replace('.', ',');
    }

    private static Optional<String> code(Object value, ColumnType type) {
        if (value instanceof Period period) {
            return Optional.of(period.code());
        } else if (value instanceof AreaCode area) {
            return Optional.of(area(area, type));
        } else if (value instanceof Area area) {
            return Optional.of(area(area.code(), type));
        } else if (value instanceof AgeBand band) {
            return Optional.of(band.code());
        } else if (value instanceof Codelist.Item item) {
            return Optional.of(item.code());
        } else if (value instanceof KvkNumber || value instanceof IndicatorId) {
            return Optional.of(value.toString());
        }
        return Optional.empty();
    }

    private static String area(AreaCode area, ColumnType type) {
        if (type instanceof ColumnType.Place place && place.byName()) {
            return place.areas().find(area).map(Area::name).orElseGet(area::value);
        }
        return area.value();
    }
}
