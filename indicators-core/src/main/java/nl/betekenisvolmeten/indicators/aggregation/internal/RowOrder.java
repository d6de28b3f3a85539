package nl.betekenisvolmeten.indicators.aggregation.internal;

import java.util.Comparator;
import java.util.List;

/** Rows of a table by their keys, from the first to the last. */
public enum RowOrder implements Comparator<List<String>> {
    INSTANCE;

    @Override
    public int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
