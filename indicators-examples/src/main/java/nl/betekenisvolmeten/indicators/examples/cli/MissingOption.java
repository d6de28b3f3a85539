package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.util.Map;
import nl.betekenisvolmeten.indicators.table.MissingPolicy;
import picocli.CommandLine.Option;

/** The option for figures that lack a part. */
class MissingOption {

    private enum Missing {
        SUM,
        REFUSE,
        BOUND
    }

    @Option(names = "--missing", descriptionKey = "aggregate.missing", paramLabel = "sum|refuse|bound")
    private Missing missing = Missing.SUM;

    final boolean isBound() {
        return missing == Missing.BOUND;
    }

    /** Returns the policy, with the largest possible missing part of each figure that has a ceiling. */
    final MissingPolicy policy(Map<String, BigDecimal> ceilings) {
        return switch (missing) {
            case SUM -> new MissingPolicy.AddUp();
            case REFUSE -> new MissingPolicy.Refuse();
            case BOUND -> new MissingPolicy.Bound(ceilings);
        };
    }
}
