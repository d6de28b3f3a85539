package nl.betekenisvolmeten.indicators.formats.form;

import java.util.List;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.need.NeedRanking;

/** Reads the form for how much characteristics count as need. Immutable and thread-safe. */
public final class NeedWeightReader {

    /** The form's name, without version. */
    public static final String FORMAT = "behoeftegewichten";

    private static final ColumnName CHARACTERISTIC = ColumnName.of("kenmerk");
    private static final ColumnName WEIGHT = ColumnName.of("gewicht");
    private static final ColumnName DIRECTION = ColumnName.of("richting");

    private final Form form;

    private NeedWeightReader(Form form) {
        this.form = form;
    }

    /**
     * A reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static NeedWeightReader of(Definitions definitions) {
        return new NeedWeightReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads weights.
     *
     * @param source the delivery
     * @return those of the good rows, in order, and what was found; none when the delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<NeedRanking.Weight>> read(DeliverySource source) {
        return form.read(
                source,
                row -> new NeedRanking.Weight(
                        Form.text(row, CHARACTERISTIC),
                        form.number(row, WEIGHT).doubleValue(),
                        Form.text(row, DIRECTION).equals("HOOG")));
    }
}
