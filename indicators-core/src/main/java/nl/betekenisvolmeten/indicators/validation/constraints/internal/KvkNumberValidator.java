package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import nl.betekenisvolmeten.indicators.validation.CellResult;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.constraints.ValidKvkNumber;

/** Whether a text is a KvK number. */
public final class KvkNumberValidator extends CellConstraint<ValidKvkNumber, CharSequence> {

    private static final ColumnType TYPE = new ColumnType.Kvk();

    /** Creates a validator; called by Bean Validation. */
    public KvkNumberValidator() {}

    @Override
    CellResult read(String text) {
        return TYPE.read(text);
    }
}
