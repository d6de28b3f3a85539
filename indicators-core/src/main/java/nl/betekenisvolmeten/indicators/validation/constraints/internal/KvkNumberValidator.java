package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.constraints.KvkNumber;

/** Whether a text is a KvK number. */
public final class KvkNumberValidator extends CellConstraint<KvkNumber, CharSequence> {

    private static final ColumnType TYPE = new ColumnType.Kvk();

    /** Made by Bean Validation. */
    public KvkNumberValidator() {}

    @Override
    CellResult read(String text) {
        return TYPE.read(text);
    }
}
