package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.DeliveryRules;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * Reads what a format says about a delivery and the one before it.
 *
 * @param parts what rules refer to
 * @param rows what the format says about rows; empty when it could not be read
 */
public record DeliveryRuleLoader(FormatParts parts, Optional<RuleSet> rows) {

    private static final long LARGEST = 1_000_000_000L;

    private enum Kind {
        JUMP(DeliveryRules.DeliveryRule.Jump.class),
        GONE(DeliveryRules.DeliveryRule.Gone.class),
        CONTINUED(DeliveryRules.DeliveryRule.Continued.class);

        private final Class<? extends DeliveryRules.DeliveryRule> rules;

        Kind(Class<? extends DeliveryRules.DeliveryRule> rules) {
            this.rules = rules;
        }
    }

    /** Returns the word by which a definition file names the kind of a rule. */
    public static String kind(DeliveryRules.DeliveryRule rule) {
        return Values.wordOf(rule, Kind.class, kind -> kind.rules);
    }

    /** Reads {@code previous}. */
    public Optional<DeliveryRules> read(ObjectReader in) {
        List<ColumnName> key = parts.columns(in, "key");
        List<DeliveryRules.DeliveryRule> rules = new ArrayList<>();
        for (ObjectReader item : in.objects("rules", DefinitionLimits.RULES)) {
            // each by itself first, so that the one that does not fit is pointed at
            rule(item)
                    .flatMap(rule -> rows.flatMap(
                            all -> item.attempt(() -> new DeliveryRules(key, List.of(rule)).checkedFor(all))))
                    .ifPresent(fitting -> rules.addAll(fitting.rules()));
        }
        return in.build(() -> new DeliveryRules(key, rules));
    }

    private Optional<DeliveryRules.DeliveryRule> rule(ObjectReader in) {
        return VerdictLoader.rule(in, Kind.class, kind -> switch (kind) {
            case JUMP -> jump(in);
            case GONE -> DeliveryRules.DeliveryRule.Gone::new;
            case CONTINUED -> continued(in);
        });
    }

    private Function<Verdict, DeliveryRules.DeliveryRule> jump(ObjectReader in) {
        List<ColumnName> columns = parts.columns(in, "columns");
        Optional<Long> factor = in.whole("factor", 2, LARGEST);
        Optional<Long> difference = in.whole("difference", 1, LARGEST);
        Optional<ColumnName> reason = in.has("reason") ? parts.column(in, "reason") : Optional.empty();
        return verdict -> new DeliveryRules.DeliveryRule.Jump(
                verdict, columns, factor.orElseThrow(), difference.orElseThrow(), reason);
    }

    private Function<Verdict, DeliveryRules.DeliveryRule> continued(ObjectReader in) {
        Optional<ColumnName> start = parts.column(in, "start");
        Optional<ColumnName> end = parts.column(in, "end");
        List<ColumnName> over = in.has("over") ? parts.columns(in, "over") : List.of();
        return verdict ->
                new DeliveryRules.DeliveryRule.Continued(verdict, start.orElseThrow(), end.orElseThrow(), over);
    }
}
