package nl.betekenisvolmeten.indicators.formats.definition;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.DimensionSource;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** Reads a counting protocol. */
final class ProtocolLoader {

    /** Any will do: a counter is made only to see whether the protocol fits the format. */
    private static final KvkNumber ANYONE = KvkNumber.of("91000001");

    private static final String BY_KIND = "BY_KIND";
    private static final String UNKNOWN = "onbekend";
    private static final long MOST_PERIODS = 100;
    private static final int HOURS_DECIMALS = 2;

    private ProtocolLoader() {}

    static Optional<ProtocolDefinition> read(ObjectReader in, Definitions definitions) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<FormatDefinition> format = definitions.formats().named(in, "format");
        Optional<ProtocolDefinition.Registrations> registrations =
                in.object("registrations").flatMap(inner -> registrations(inner, definitions));
        Optional<CountingProtocol.Rules> rules = in.object("rules").flatMap(ProtocolLoader::rules);
        Map<ColumnName, DimensionSource> dimensions = in.object("dimensions")
                .map(inner -> dimensions(
                        inner,
                        column -> format.map(known -> codes(column, known)).orElse(KnownCodes.ANY)))
                .orElse(Map.of());
        Map<ColumnName, Counted> measures =
                in.object("measures").map(ProtocolLoader::measures).orElse(Map.of());
        return in.build(() -> {
            CountingProtocol protocol = new CountingProtocol(
                    head.id().name(),
                    head.id().version(),
                    dimensions,
                    measures,
                    rules.orElseThrow(),
                    head.provenance());
            FormatDefinition target = format.orElseThrow();
            RegistrationCounter.of(protocol, target.ruleSet().structure(), ANYONE);
            return new ProtocolDefinition(protocol, head.title(), registrations.orElseThrow(), target);
        });
    }

    private static Optional<ProtocolDefinition.Registrations> registrations(ObjectReader in, Definitions definitions) {
        Optional<FormatDefinition> format = definitions.formats().named(in, "format");
        Columns columns = new Columns(in, format);
        Optional<ColumnName> date = columns.of("date", type -> type instanceof ColumnType.Day);
        Optional<ColumnName> activity = columns.of("activity", type -> true);
        Optional<ColumnName> kind = columns.of("kind", type -> true);
        Optional<ColumnName> area = columns.of("area", type -> type instanceof ColumnType.Place);
        Optional<ColumnName> targetGroup = columns.of("targetGroup", type -> true);
        Optional<ColumnName> person = columns.of("person", type -> true);
        Optional<ColumnName> birthYear = columns.of("birthYear", type -> type instanceof ColumnType.Count);
        Optional<ColumnName> role = columns.of("role", type -> true);
        Optional<String> volunteer = in.text("volunteer");
        Optional<ColumnName> hours = columns.of("hours", ProtocolLoader::isHours);
        Optional<ColumnName> referred = columns.of("referred", type -> true);
        Optional<ColumnName> visitors = columns.ifGiven("visitors", type -> type instanceof ColumnType.Count);
        Optional<ColumnName> resident = columns.ifGiven("resident", type -> true);
        Optional<String> yes = in.text("yes");
        Optional<String> unknown = in.ifGiven().text("unknown");
        return in.build(() -> new ProtocolDefinition.Registrations(
                format.orElseThrow(),
                date.orElseThrow(),
                activity.orElseThrow(),
                kind.orElseThrow(),
                area.orElseThrow(),
                targetGroup.orElseThrow(),
                person.orElseThrow(),
                birthYear.orElseThrow(),
                role.orElseThrow(),
                volunteer.orElseThrow(),
                hours.orElseThrow(),
                referred.orElseThrow(),
                visitors,
                resident,
                yes.orElseThrow(),
                unknown.orElse(UNKNOWN)));
    }

    private static boolean isHours(ColumnType type) {
        return type instanceof ColumnType.Quantity quantity && quantity.scale() == HOURS_DECIMALS;
    }

    /** The columns of a format that may hold something, to look names up in; any name where the format is not known. */
    private record Columns(ObjectReader in, Optional<FormatDefinition> format) {
        Optional<ColumnName> ifGiven(String property, Predicate<ColumnType> fits) {
            return in.has(property) ? of(property, fits) : Optional.empty();
        }

        Optional<ColumnName> of(String property, Predicate<ColumnType> fits) {
            if (format.isEmpty()) {
                return Values.column(in, property);
            }
            Map<String, ColumnName> known = new LinkedHashMap<>();
            format.get().columns().stream()
                    .filter(column -> fits.test(column.rule().type()))
                    .forEach(column -> known.put(column.name().value(), column.name()));
            return in.reference(property, known);
        }
    }

    private static Optional<CountingProtocol.Rules> rules(ObjectReader in) {
        Optional<PeriodKind> period = in.choice("period", PeriodKind.class);
        Optional<MonthDay> birthday = in.parsed("birthday", ProtocolLoader::day, "07-01");
        Optional<String> unknownAge = in.text("unknownAge");
        Optional<Long> newAfter = in.whole("newAfter", 1, MOST_PERIODS);
        Optional<CountingProtocol.Rules.NewTo> newTo = in.choice("newTo", CountingProtocol.Rules.NewTo.class);
        Optional<CountingProtocol.Rules.Visits> visits = in.choice("visits", CountingProtocol.Rules.Visits.class);
        Optional<CountingProtocol.Rules.Meetings> meetings =
                in.choice("meetings", CountingProtocol.Rules.Meetings.class);
        return in.build(() -> new CountingProtocol.Rules(
                period.orElseThrow(),
                birthday.orElseThrow(),
                unknownAge.orElseThrow(),
                newAfter.orElseThrow().intValue(),
                newTo.orElseThrow(),
                visits.orElseThrow(),
                meetings.orElseThrow()));
    }

    private static MonthDay day(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Map<ColumnName, DimensionSource> dimensions(
            ObjectReader in, Function<ColumnName, KnownCodes> codes) {
        Map<ColumnName, DimensionSource> sources = new TreeMap<>();
        for (String name : in.names()) {
            Optional<ColumnName> column = Values.columnNamed(in, name);
            KnownCodes known = column.map(codes).orElse(KnownCodes.ANY);
            Optional<DimensionSource> source = in.object(name).flatMap(inner -> source(inner, known));
            column.ifPresent(key -> source.ifPresent(value -> sources.put(key, value)));
        }
        return sources;
    }

    /** Returns the codes of a column; any text if the column has no list of codes. */
    private static KnownCodes codes(ColumnName column, FormatDefinition format) {
        return format.column(column)
                .map(known -> KnownCodes.of(known.rule().type()))
                .orElse(KnownCodes.ANY);
    }

    private static Optional<DimensionSource> source(ObjectReader in, KnownCodes codes) {
        Map<String, Optional<DimensionSource.Plain>> choices = new LinkedHashMap<>();
        Values.byName(DimensionSource.Plain.class).forEach((name, plain) -> choices.put(name, Optional.of(plain)));
        choices.put(BY_KIND, Optional.empty());
        Optional<Optional<DimensionSource.Plain>> source = in.choice("source", choices);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (source.get().isPresent()) {
            DimensionSource plain = source.get().get();
            return in.build(() -> plain);
        }
        Map<String, String> byKind = new TreeMap<>();
        in.object("codes")
                .ifPresent(inner -> inner.names()
                        .forEach(kind -> codes.text(inner, kind).ifPresent(code -> byKind.put(kind, code))));
        Optional<String> otherwise = codes.text(in, "otherwise");
        return in.build(() -> new DimensionSource.ByKind(byKind, otherwise.orElseThrow()));
    }

    private static Map<ColumnName, Counted> measures(ObjectReader in) {
        Map<ColumnName, Counted> measures = new TreeMap<>();
        for (String name : in.names()) {
            Optional<ColumnName> column = Values.columnNamed(in, name);
            Optional<Counted> counted = in.choice(name, Counted.class);
            column.ifPresent(key -> counted.ifPresent(value -> measures.put(key, value)));
        }
        return measures;
    }
}
