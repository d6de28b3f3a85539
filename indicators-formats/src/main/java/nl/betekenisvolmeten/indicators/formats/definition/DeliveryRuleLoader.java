package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRule;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Reads what a format says about a delivery and the one before it. */
final class DeliveryRuleLoader {

    private static final long LARGEST = 1_000_000_000L;

    private enum Kind {
        JUMP(DeliveryRule.Jump.class),
        GONE(DeliveryRule.Gone.class),
        CONTINUED(DeliveryRule.Continued.class);

        private final Class<? extends DeliveryRule> rules;

        Kind(Class<? extends DeliveryRule> rules) {
            this.rules = rules;
        }
    }

    private DeliveryRuleLoader() {}

    /** Returns the word by which a definition file names the kind of a rule. */
    static String kind(DeliveryRule rule) {
        return Values.wordOf(rule, Kind.class, kind -> kind.rules);
    }

    /** Reads {@code previous}, which may be left out. */
    static Optional<DeliveryRules> read(ObjectReader in, FormatParts parts, Optional<RuleSet> rows) {
        if (!in.has("previous")) {
            return Optional.of(DeliveryRules.none());
        }
        return in.object("previous").flatMap(inner -> rules(inner, parts, rows));
    }

    private static Optional<DeliveryRules> rules(ObjectReader inner, FormatParts parts, Optional<RuleSet> rows) {
        List<ColumnName> key = parts.columns(inner, "key", inner.differentTexts("key"));
        List<DeliveryRule> rules = new ArrayList<>();
        for (ObjectReader item : FormatLoader.atMost(inner, "rules", DefinitionLimits.RULES)) {
            Optional<DeliveryRule> rule = rule(item, parts);
            // each by itself first, so that the one that does not fit is pointed at
            rule.flatMap(one -> rows.flatMap(
                            all -> item.attempt(() -> new DeliveryRules(key, List.of(one)).checkedFor(all))))
                    .ifPresent(fits -> rules.addAll(fits.rules()));
        }
        return inner.build(() -> new DeliveryRules(key, rules));
    }

    private static Optional<DeliveryRule> rule(ObjectReader in, FormatParts parts) {
        Optional<Verdict> verdict = VerdictLoader.part(in);
        return in.choice("kind", Kind.class).flatMap(kind -> switch (kind) {
            case JUMP -> jump(in, parts, verdict);
            case GONE -> in.build(() -> new DeliveryRule.Gone(verdict.orElseThrow()));
            case CONTINUED -> continued(in, parts, verdict);
        });
    }

    private static Optional<DeliveryRule> jump(ObjectReader in, FormatParts parts, Optional<Verdict> verdict) {
        List<ColumnName> columns = parts.columns(in, "columns", in.differentTexts("columns"));
        Optional<Long> factor = in.whole("factor", 2, LARGEST);
        Optional<Long> difference = in.whole("difference", 1, LARGEST);
        return in.build(() ->
                new DeliveryRule.Jump(verdict.orElseThrow(), columns, factor.orElseThrow(), difference.orElseThrow()));
    }

    private static Optional<DeliveryRule> continued(ObjectReader in, FormatParts parts, Optional<Verdict> verdict) {
        Optional<ColumnName> start = parts.column(in, "start");
        Optional<ColumnName> end = parts.column(in, "end");
        return in.build(
                () -> new DeliveryRule.Continued(verdict.orElseThrow(), start.orElseThrow(), end.orElseThrow()));
    }
}
