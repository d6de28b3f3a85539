package nl.betekenisvolmeten.indicators.formats.definition;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.DimensionSource;
import nl.betekenisvolmeten.indicators.counting.RegistrationCounter;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition.Registrations;
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
    private static final long MAX_PERIODS = 100;
    private static final int HOURS_DECIMALS = 2;

    private ProtocolLoader() {}

    static Optional<ProtocolDefinition> read(ObjectReader in, Definitions definitions) {
        Optional<DefinitionHeader> head = DefinitionHeader.read(in);
        Optional<FormatDefinition> format = definitions.formats().named(in, "format");
        Optional<Registrations> registrations =
                in.object("registrations").flatMap(inner -> registrations(inner, definitions));
        Optional<CountingProtocol.Rules> rules = in.object("rules").flatMap(ProtocolLoader::rules);
        Map<ColumnName, DimensionSource> dimensions = in.object("dimensions")
                .map(inner -> dimensions(
                        inner,
                        column -> format.flatMap(known -> known.column(column))
                                .map(known -> KnownCodes.of(known.rule().type()))
                                .orElse(KnownCodes.ANY)))
                .orElse(Map.of());
        Map<ColumnName, Counted> measures =
                in.object("measures").map(ProtocolLoader::measures).orElse(Map.of());
        return in.build(() -> {
            DefinitionHeader known = head.orElseThrow();
            CountingProtocol protocol = new CountingProtocol(
                    known.id().name(),
                    known.id().version(),
                    dimensions,
                    measures,
                    rules.orElseThrow(),
                    known.provenance());
            FormatDefinition target = format.orElseThrow();
            RegistrationCounter.of(protocol, target.ruleSet().structure(), ANYONE);
            return new ProtocolDefinition(protocol, known.title(), registrations.orElseThrow(), target);
        });
    }

    private static Optional<Registrations> registrations(ObjectReader in, Definitions definitions) {
        Optional<FormatDefinition> format = definitions.formats().named(in, "format");
        Map<Registrations.Part, ColumnName> columns = new EnumMap<>(Registrations.Part.class);
        for (Registrations.Part part : Registrations.Part.values()) {
            format.map(known -> in.reference(part.property(), fitting(known, part)))
                    .orElseGet(() -> Values.column(in, part.property()))
                    .ifPresent(column -> columns.put(part, column));
        }
        Optional<String> volunteer = in.text("volunteer");
        Optional<String> yes = in.text("yes");
        return in.build(
                () -> new Registrations(format.orElseThrow(), columns, volunteer.orElseThrow(), yes.orElseThrow()));
    }

    /** The columns of a format that may hold a part. */
    private static Map<String, ColumnName> fitting(FormatDefinition format, Registrations.Part part) {
        Map<String, ColumnName> fitting = new LinkedHashMap<>();
        format.columns().stream()
                .filter(column -> fits(part, column.rule().type()))
                .forEach(column -> fitting.put(column.name().value(), column.name()));
        return fitting;
    }

    private static boolean fits(Registrations.Part part, ColumnType type) {
        return switch (part) {
            case DATE -> type instanceof ColumnType.Day;
            case AREA -> type instanceof ColumnType.Place;
            case BIRTH_YEAR -> type instanceof ColumnType.Count;
            case HOURS -> type instanceof ColumnType.Quantity quantity && quantity.scale() == HOURS_DECIMALS;
            default -> true;
        };
    }

    private static Optional<CountingProtocol.Rules> rules(ObjectReader in) {
        Optional<PeriodKind> period = in.choice("period", PeriodKind.class);
        Optional<MonthDay> birthday = in.parsed("birthday", ProtocolLoader::day, "07-01");
        Optional<String> unknownAge = in.text("unknownAge");
        Optional<Long> newAfter = in.whole("newAfter", 1, MAX_PERIODS);
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
