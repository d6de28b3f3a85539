package nl.betekenisvolmeten.indicators.formats.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.aggregation.OverlapLedger;
import nl.betekenisvolmeten.indicators.coverage.Completeness.PeriodStatus;
import nl.betekenisvolmeten.indicators.coverage.DeliveryLedger;
import nl.betekenisvolmeten.indicators.coverage.ReportingAgreement;
import nl.betekenisvolmeten.indicators.coverage.Succession;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.KnownCodes;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.AreaChanges;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Validity;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** Reads what holds of deliveries and is not in them. */
final class ContextLoader {

    static final String COLUMNS = "a-z 0-9 _";

    private static final ColumnName AREAS = ColumnName.of("stadsdeel");
    static final long MAX_DAYS = 3_650;
    private static final long MAX_NUMBERS = 1_000_000L;
    private static final String HASH = "sha256";

    private static final String PARTS = "parts";
    private static final String PERSONS = "persons";
    private static final long MAX_PERSONS = 1_000_000_000L;

    private enum OverlapKind {
        NONE,
        WITHIN,
        SHARED,
        TOGETHER
    }

    private ContextLoader() {}

    static Optional<ReportingContext> read(ObjectReader in, Definitions definitions) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<ColumnName> areas = in.has("areaColumn") ? Values.column(in, "areaColumn") : Optional.empty();
        List<OverlapLedger.Overlap> overlaps = in.ifGiven().each("overlaps", ContextLoader::overlap);
        Optional<Boolean> sameAgeRule = in.has("sameAgeRule") ? in.flag("sameAgeRule") : Optional.of(false);
        KnownCodes formats = KnownCodes.of(
                definitions.formats().ids().stream().map(FormatId::name).toList());
        List<List<ReportingAgreement>> agreements = in.ifGiven().each("agreements", item -> agreements(item, formats));
        List<Succession> successions = in.ifGiven().each("successions", ContextLoader::succession);
        List<AreaChanges> changes = in.ifGiven().each("areaChanges", ContextLoader::areaChanges);
        List<ReportingContext.Entry> deliveries = in.ifGiven().each("deliveries", item -> delivery(item, formats));
        Map<Period, PeriodStatus> statuses = statuses(in);
        return in.build(() -> new ReportingContext(
                head.id(),
                head.title(),
                head.provenance(),
                areas.orElse(AREAS),
                new OverlapLedger(overlaps, sameAgeRule.orElseThrow()),
                agreements.stream().flatMap(List::stream).toList(),
                successions,
                changes,
                deliveries,
                statuses));
    }

    private static Optional<KvkNumber> organisation(ObjectReader in, String property) {
        return in.parsed(property, KvkNumber::of, "12345678");
    }

    private static Optional<List<ReportingAgreement>> agreements(ObjectReader in, KnownCodes known) {
        Optional<KvkNumber> reporter = organisation(in, "organisation");
        List<String> areas = in.texts("areas");
        Optional<Validity> validity = Values.validity(in);
        Optional<Long> days = in.whole("dueAfterDays", 0, MAX_DAYS);
        Set<String> formats = Set.copyOf(known.texts(in.ifGiven(), "formats"));
        return in.build(() -> {
            if (areas.isEmpty()) {
                throw new IllegalArgumentException("an agreement about no area");
            }
            return areas.stream()
                    .map(area -> new ReportingAgreement(
                            reporter.orElseThrow(),
                            area,
                            validity.orElseThrow(),
                            days.orElseThrow().intValue(),
                            formats))
                    .toList();
        });
    }

    private static Optional<Succession> succession(ObjectReader in) {
        Optional<KvkNumber> from = organisation(in, "from");
        Optional<KvkNumber> to = organisation(in, "to");
        Optional<Period> since = Values.period(in, "since");
        List<String> areas = in.ifGiven().texts("areas");
        Optional<LocalizedText> note = Values.localized(in, "note");
        return in.build(() -> new Succession(
                from.orElseThrow(), to.orElseThrow(), since.orElseThrow(), Set.copyOf(areas), note.orElseThrow()));
    }

    private static Optional<AreaChanges> areaChanges(ObjectReader in) {
        Optional<String> from = in.parsed("from", ContextLoader::year, "2025");
        Optional<String> to = in.parsed("to", ContextLoader::year, "2026");
        Optional<LocalizedText> basis = Values.localized(in, "basis");
        Map<AreaCode, Map<AreaCode, BigDecimal>> shares = new TreeMap<>();
        in.object("shares").ifPresent(all -> {
            for (String old : all.names()) {
                all.object(old).ifPresent(parts -> area(all, old).ifPresent(code -> shares.put(code, parts(parts))));
            }
            all.build(() -> shares);
        });
        return in.build(() -> new AreaChanges(from.orElseThrow(), to.orElseThrow(), basis.orElseThrow(), shares));
    }

    private static Map<AreaCode, BigDecimal> parts(ObjectReader in) {
        Map<AreaCode, BigDecimal> parts = new TreeMap<>();
        for (String name : in.names()) {
            Optional<BigDecimal> share = in.decimal(name);
            area(in, name).ifPresent(code -> share.ifPresent(known -> parts.put(code, known)));
        }
        in.build(() -> parts);
        return parts;
    }

    /** Returns the area whose code is the name of a property; reports a name that is no area code. */
    private static Optional<AreaCode> area(ObjectReader in, String name) {
        Optional<AreaCode> code = AreaCode.parse(name);
        if (code.isEmpty()) {
            in.fail().notAllowed(in.spot(name), name, name, Values.AREAS);
        }
        return code;
    }

    private static String year(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("not a year: " + text);
        }
        return text;
    }

    private static Optional<ReportingContext.Entry> delivery(ObjectReader in, KnownCodes formats) {
        Optional<KvkNumber> reporter = organisation(in, "organisation");
        Optional<Period> period = Values.period(in, "period");
        Optional<String> format = formats.text(in, "format");
        Optional<Long> number = in.whole("number", 1, MAX_NUMBERS);
        Optional<DeliveryLedger.Version.Kind> kind = in.choice("kind", DeliveryLedger.Version.Kind.class);
        Optional<Boolean> valid = in.has("valid") ? in.flag("valid") : Optional.of(true);
        // a delivery is known by its file or its hash; only a withdrawal may come without either
        boolean withdrawn = kind.equals(Optional.of(DeliveryLedger.Version.Kind.WITHDRAWAL));
        Optional<String> file = in.has(HASH) || withdrawn ? in.ifGiven().text("file") : in.text("file");
        Optional<String> hash = in.ifGiven()
                .parsed(HASH, text -> Acceptance.checkedFingerprint(text.toLowerCase(Locale.ROOT)), "SHA-256");
        Optional<LocalDate> received = in.ifGiven().parsed("received", Values::day, "2026-04-02");
        return in.build(() -> new ReportingContext.Entry(
                new DeliveryLedger.Version(
                        reporter.orElseThrow(),
                        period.orElseThrow(),
                        format.orElseThrow(),
                        number.orElseThrow(),
                        kind.orElseThrow(),
                        valid.orElseThrow(),
                        hash.orElse("")),
                file,
                received));
    }

    private static Map<Period, PeriodStatus> statuses(ObjectReader in) {
        Map<String, PeriodStatus> words = new LinkedHashMap<>();
        for (PeriodStatus status : PeriodStatus.values()) {
            words.put(status.dutch(), status);
            words.put(status.code(), status);
        }
        Map<Period, PeriodStatus> statuses = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (ObjectReader item : in.ifGiven().objects("periods")) {
            item.mustDiffer("period", seen);
            Optional<Period> period = Values.period(item, "period");
            Optional<PeriodStatus> status = item.choice("status", words);
            item.build(() -> statuses.put(period.orElseThrow(), status.orElseThrow()) == null);
        }
        return statuses;
    }

    /** Reads an agreement. */
    private static Optional<OverlapLedger.Overlap> overlap(ObjectReader in) {
        Optional<String> dimension = Values.column(in, "dimension").map(ColumnName::value);
        Optional<String> series = Values.column(in, "series").map(ColumnName::value);
        Map<String, String> where = new TreeMap<>();
        if (in.has("where")) {
            in.object("where").ifPresent(inner -> where(inner, where));
        }
        Optional<OverlapLedger.Overlap.Agreement> agreement =
                in.choice("kind", OverlapKind.class).flatMap(kind -> agreement(in, kind));
        Optional<String> basis =
                in.parsed("basis", Acceptance::checkedReason, "1.." + Acceptance.MAX_REASON + ", no_personal_data");
        return in.build(() -> new OverlapLedger.Overlap(
                dimension.orElseThrow(), series.orElseThrow(), where, agreement.orElseThrow(), basis.orElseThrow()));
    }

    private static void where(ObjectReader in, Map<String, String> where) {
        for (String name : in.names()) {
            Optional<ColumnName> column = Values.columnNamed(in, name);
            in.text(name).ifPresent(code -> column.ifPresent(known -> where.put(known.value(), code)));
        }
    }

    private static Optional<OverlapLedger.Overlap.Agreement> agreement(ObjectReader in, OverlapKind kind) {
        return switch (kind) {
            case NONE -> overlapping(in).map(OverlapLedger.Overlap.None::new);
            case WITHIN -> within(in);
            case SHARED -> shared(in);
            case TOGETHER -> {
                Optional<Set<String>> parts = overlapping(in);
                Optional<Long> persons = in.whole(PERSONS, 0, MAX_PERSONS);
                yield in.attempt(() -> new OverlapLedger.Overlap.Together(parts.orElseThrow(), persons.orElseThrow()));
            }
        };
    }

    private static Optional<Set<String>> overlapping(ObjectReader in) {
        Set<String> parts = Set.copyOf(in.texts(PARTS));
        return in.attempt(() -> new OverlapLedger.Overlap.None(parts).parts());
    }

    private static Optional<OverlapLedger.Overlap.Agreement> within(ObjectReader in) {
        Optional<String> smaller = in.text("smaller");
        Optional<String> larger = in.text("larger");
        return in.attempt(() -> new OverlapLedger.Overlap.Within(smaller.orElseThrow(), larger.orElseThrow()));
    }

    private static Optional<OverlapLedger.Overlap.Agreement> shared(ObjectReader in) {
        Optional<String> left = in.text("one");
        Optional<String> right = in.text("other");
        Optional<Long> persons = in.whole(PERSONS, 0, MAX_PERSONS);
        return in.attempt(
                () -> new OverlapLedger.Overlap.Shared(left.orElseThrow(), right.orElseThrow(), persons.orElseThrow()));
    }
}
