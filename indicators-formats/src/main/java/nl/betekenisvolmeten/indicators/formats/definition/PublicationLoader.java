package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.internal.definition.DefinitionHeader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Values;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;

/** Reads what is published together, and what must be hidden in it. */
final class PublicationLoader {

    private PublicationLoader() {}

    static Optional<DisclosurePolicy> readPolicy(ObjectReader in) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<Integer> threshold = threshold(in);
        List<DisclosurePolicy.Sensitivity> classes = in.ifGiven().each("classes", PublicationLoader::sensitivity);
        Optional<Long> rounding = in.whole("rounding", 1, DisclosurePolicy.MAX_ROUNDING);
        boolean additive = in.or(false, "additiveRounding", in::flag);
        Optional<DisclosurePolicy.Level> level = in.choice("requirement", DisclosurePolicy.Level.class);
        long coalition = in.or(1L, "coalition", name -> in.whole(name, 0, DisclosurePolicy.MAX_COALITION));
        return in.build(() -> new DisclosurePolicy(
                head.id(),
                head.title(),
                head.provenance(),
                new DisclosurePolicy.Thresholds(threshold.orElseThrow(), classes),
                new DisclosurePolicy.RoundingRule(Math.toIntExact(rounding.orElseThrow()), additive),
                new DisclosurePolicy.Requirement(level.orElseThrow(), Math.toIntExact(coalition))));
    }

    private static Optional<Integer> threshold(ObjectReader in) {
        return in.whole("threshold", 2, DisclosurePolicy.MAX_THRESHOLD).map(Math::toIntExact);
    }

    private static Optional<DisclosurePolicy.Sensitivity> sensitivity(ObjectReader in) {
        Optional<LocalizedText> name = Values.localized(in, "name");
        Optional<LocalizedText> note = Values.localized(in, "note");
        Optional<ColumnName> column = Values.column(in, "column");
        List<String> codes = in.texts("codes");
        Optional<Integer> threshold = threshold(in);
        boolean group = in.or(false, "groupDisclosure", in::flag);
        return in.build(() -> new DisclosurePolicy.Sensitivity(
                name.orElseThrow(), note.orElseThrow(), column.orElseThrow(), codes, threshold.orElseThrow(), group));
    }

    static Optional<PublicationPlan> readPlan(ObjectReader in, Definitions definitions) {
        DefinitionHeader head = DefinitionHeader.of(in);
        Optional<DisclosurePolicy> policy = definitions.policies().named(in, "policy");
        Set<String> names = new HashSet<>();
        List<PublicationPlan.Part> parts = in.each("tables", item -> part(item, names));
        return in.build(
                () -> new PublicationPlan(head.id(), head.title(), head.provenance(), policy.orElseThrow(), parts));
    }

    private static Optional<PublicationPlan.Part> part(ObjectReader in, Set<String> names) {
        Optional<String> name = Values.name(in, "name");
        in.mustDiffer("name", names);
        Optional<AreaLevel> level = in.choice("level", AreaLevel.class);
        Optional<PeriodKind> period = in.choice("period", PeriodKind.class);
        List<PublicationPlan.Breakdown> by = in.ifGiven().each("by", PublicationLoader::breakdown);
        List<PublicationPlan.Count> counts = in.each("counts", PublicationLoader::count);
        return in.build(() ->
                new PublicationPlan.Part(name.orElseThrow(), level.orElseThrow(), period.orElseThrow(), by, counts));
    }

    private static Optional<PublicationPlan.Breakdown> breakdown(ObjectReader in) {
        Optional<ColumnName> column = Values.column(in, "column");
        List<String> codes = in.texts("codes");
        return in.build(() -> new PublicationPlan.Breakdown(column.orElseThrow(), codes));
    }

    private static Optional<PublicationPlan.Count> count(ObjectReader in) {
        Optional<ColumnName> measure = Values.column(in, "measure");
        Optional<ColumnName> persons = Values.column(in, "persons");
        boolean onePerPerson = in.or(false, "onePerPerson", in::flag);
        long decimals = in.or(0L, "decimals", name -> in.whole(name, 0, Measure.MAX_SCALE));
        boolean perThousand = in.or(false, "perThousand", in::flag);
        List<ColumnName> atMost = Values.columns(in.ifGiven(), "atMost");
        return in.build(() -> new PublicationPlan.Count(
                measure.orElseThrow(),
                persons.orElseThrow(),
                onePerPerson,
                Math.toIntExact(decimals),
                perThousand,
                atMost));
    }
}
