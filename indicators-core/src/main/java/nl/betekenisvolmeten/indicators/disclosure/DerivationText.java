package nl.betekenisvolmeten.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import nl.betekenisvolmeten.indicators.disclosure.BoundSystem.Premise;
import nl.betekenisvolmeten.indicators.disclosure.BoundSystem.Reason;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The words for how bounds follow from what is published. */
final class DerivationText {

    private static final int LONGEST = 12;
    private static final LocalizedText NOTHING = LocalizedText.of(
            "Uit de tabellen volgt niets over dit aantal.", "Nothing about this count follows from the tables.");

    private final List<KnownNumbers.Unknown> unknowns;
    private final BoundSystem system;

    DerivationText(List<KnownNumbers.Unknown> unknowns, BoundSystem system) {
        this.unknowns = unknowns;
        this.system = system;
    }

    /** Returns how both bounds of a number follow, the last step last. */
    LocalizedText of(int number) {
        List<Reason> steps = new ArrayList<>();
        Set<Reason> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(system.reason(number, false), steps, seen);
        collect(system.reason(number, true), steps, seen);
        StringBuilder nl = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Reason step : steps) {
            nl.append(nl.isEmpty() ? "" : "; ").append(sentence(step, "ten hoogste", "ten minste"));
            en.append(en.isEmpty() ? "" : "; ").append(sentence(step, "at most", "at least"));
        }
        return steps.isEmpty() ? NOTHING : LocalizedText.of(nl.toString(), en.toString());
    }

    private static void collect(@Nullable Reason reason, List<Reason> steps, Set<Reason> seen) {
        if (reason == null || steps.size() >= LONGEST || !seen.add(reason)) {
            return;
        }
        reason.premises().forEach(premise -> collect(premise.reason(), steps, seen));
        steps.add(reason);
    }

    private String sentence(Reason step, String most, String least) {
        int sign = 0;
        for (int i = 0; i < step.relation().numbers().length; i++) {
            if (step.relation().numbers()[i] == step.number()) {
                sign = step.relation().signs()[i];
            }
        }
        StringBuilder text = new StringBuilder(name(step.number()))
                .append(' ')
                .append(step.upper() ? most : least)
                .append(' ');
        boolean first = true;
        List<Premise> positive = new ArrayList<>();
        List<Premise> negative = new ArrayList<>();
        for (Premise premise : step.premises()) {
            (premise.sign() == sign ? negative : positive).add(premise);
        }
        positive.addAll(negative);
        for (Premise premise : positive) {
            boolean minus = premise.sign() == sign;
            if (minus && premise.bound() == 0) {
                continue;
            }
            text.append(first ? (minus ? "-" : "") : minus ? " - " : " + ")
                    .append(number(premise.number(), premise.bound()))
                    .append(" (")
                    .append(name(premise.number()))
                    .append(')');
            first = false;
        }
        return text.append(" = ").append(number(step.number(), step.bound())).toString();
    }

    private String name(int number) {
        return unknowns.get(number).name();
    }

    private String number(int number, long value) {
        return KnownNumbers.decimal(value, unknowns.get(number).count())
                .stripTrailingZeros()
                .toPlainString();
    }
}
