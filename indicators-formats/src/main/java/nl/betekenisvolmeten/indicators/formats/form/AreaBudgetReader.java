package nl.betekenisvolmeten.indicators.formats.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/** Reads the form for what areas get today. Immutable and thread-safe. */
public final class AreaBudgetReader {

    /** The form's name, without version. */
    public static final String FORMAT = "gebiedsbudget";

    private static final ColumnName AREA = ColumnName.of("gebied");
    private static final ColumnName AMOUNT = ColumnName.of("bedrag");

    private final Form form;

    private AreaBudgetReader(Form form) {
        this.form = form;
    }

    /**
     * A reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static AreaBudgetReader of(Definitions definitions) {
        return new AreaBudgetReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads amounts.
     *
     * @param source the delivery
     * @return the amount of each area in cents, of the good rows, and what was found; none when the delivery was not
     *     recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<Map<AreaCode, Long>> read(DeliverySource source) {
        Checked<List<Map.Entry<AreaCode, Long>>> rows = form.read(
                source,
                row -> Map.entry(
                        AreaCode.of(Form.text(row, AREA)),
                        form.number(row, AMOUNT).movePointRight(2).longValueExact()));
        return rows.map(entries -> {
            Map<AreaCode, Long> amounts = new TreeMap<>();
            entries.forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
            return amounts;
        });
    }
}
