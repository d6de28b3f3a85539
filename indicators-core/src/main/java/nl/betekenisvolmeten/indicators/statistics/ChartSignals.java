package nl.betekenisvolmeten.indicators.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** The signals in one baseline of a control chart. Points without a figure are passed over. */
final class ChartSignals {

    private final ChartLines lines;
    private final int[] there;
    private final List<List<ControlChart.Signal>> signals = new ArrayList<>();

    ChartSignals(ChartLines lines, int[] there) {
        this.lines = lines;
        this.there = there;
        for (int i = 0; i < lines.size(); i++) {
            signals.add(new ArrayList<>());
        }
        for (boolean high : new boolean[] {true, false}) {
            look(high);
        }
        signals.forEach(list -> list.sort(Comparator.comparing(ControlChart.Signal::rule)));
    }

    List<ControlChart.Signal> of(int point) {
        return signals.get(point);
    }

    private void look(boolean high) {
        int side = high ? 1 : -1;
        for (int point : there) {
            if (lines.side(point) == side && lines.isBeyond(point)) {
                signals.get(point).add(new ControlChart.Signal(ControlChart.Rule.ASTRONOMICAL_POINT, high));
            }
        }
        runs(0, k -> lines.side(there[k]) == side, ControlChart.Rule.SHIFT, high);
        runs(1, k -> Math.signum(lines.step(there[k - 1], there[k])) == side, ControlChart.Rule.TREND, high);
        for (int k = 0; k < there.length; k++) {
            if (isFarOut(k, side) && (near(k, -2, side) || near(k, -1, side) || near(k, 0, side))) {
                signals.get(there[k]).add(new ControlChart.Signal(ControlChart.Rule.TWO_OF_THREE, high));
            }
        }
    }

    /** Marks every stretch of 7 points or more; a step of a trend belongs to the point before it as well. */
    private void runs(int first, IntPredicate goesOn, ControlChart.Rule rule, boolean high) {
        int start = first;
        for (int k = first; k <= there.length; k++) {
            if (k < there.length && goesOn.test(k)) {
                continue;
            }
            int from = start - first;
            if (k - start > 0 && k - from >= ControlChart.Rule.RUN) {
                for (int i = from; i < k; i++) {
                    signals.get(there[i]).add(new ControlChart.Signal(rule, high));
                }
            }
            start = k + 1;
        }
    }

    private boolean isFarOut(int k, int side) {
        return k >= 0 && k < there.length && lines.side(there[k]) == side && lines.isFarOut(there[k]);
    }

    /**
     * Returns whether the three in a row that start at the given distance from a figure are on one side, and two or
     * more of them far out.
     */
    private boolean near(int k, int from, int side) {
        int start = k + from;
        if (start < 0 || start + 2 >= there.length) {
            return false;
        }
        int far = 0;
        int sameSide = 0;
        for (int i = start; i <= start + 2; i++) {
            far += isFarOut(i, side) ? 1 : 0;
            sameSide += lines.side(there[i]) == side ? 1 : 0;
        }
        return far >= 2 && sameSide == 3;
    }
}
