package nl.betekenisvolmeten.indicators.formats.form;

import java.util.List;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.need.NeedRanking;

/** Reads the form for characteristics of areas. Immutable and thread-safe. */
public final class AreaFactReader {

    /** The form's name, without version. */
    public static final String FORMAT = "gebiedskenmerken";

    private static final ColumnName AREA = ColumnName.of("gebied");
    private static final ColumnName CHARACTERISTIC = ColumnName.of("kenmerk");
    private static final ColumnName VALUE = ColumnName.of("waarde");

    private final Form form;

    private AreaFactReader(Form form) {
        this.form = form;
    }

    /**
     * A reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static AreaFactReader of(Definitions definitions) {
        return new AreaFactReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads characteristics.
     *
     * @param source the delivery
     * @return those of the good rows, in order, and what was found; none when the delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<NeedRanking.Fact>> read(DeliverySource source) {
        return form.read(
                source,
                row -> new NeedRanking.Fact(
                        AreaCode.of(Form.text(row, AREA)),
                        Form.text(row, CHARACTERISTIC),
                        form.number(row, VALUE).doubleValue()));
    }
}
