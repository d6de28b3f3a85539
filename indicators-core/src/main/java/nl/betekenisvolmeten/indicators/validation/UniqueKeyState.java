package nl.betekenisvolmeten.indicators.validation;

import nl.betekenisvolmeten.indicators.validation.internal.SeenKeys;

/** A key of a delivery and the rows seen so far. Its arrays are used again for each row. */
final class UniqueKeyState {

    final Verdict verdict;
    final int[] columns;
    final int[] ids;
    final SeenKeys rows;

    UniqueKeyState(Verdict verdict, int[] columns, SeenKeys rows) {
        this.verdict = verdict;
        this.columns = columns.clone();
        this.rows = rows;
        ids = new int[columns.length];
    }
}
