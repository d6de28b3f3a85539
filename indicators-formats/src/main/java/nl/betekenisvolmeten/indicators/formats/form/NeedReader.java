package nl.betekenisvolmeten.indicators.formats.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.need.NeedRanking;

/**
 * Reads the small forms about need: how much characteristics count, what they are in each area, and what areas get today.
 * Each is looked up in its latest version. Immutable and thread-safe.
 */
public final class NeedReader {

    /** The name of the form for weights, without version. */
    public static final String WEIGHTS = "behoeftegewichten";

    /** The name of the form for characteristics of areas, without version. */
    public static final String FACTS = "gebiedskenmerken";

    /** The name of the form for what areas get today, without version. */
    public static final String BUDGETS = "gebiedsbudget";

    private final Definitions definitions;

    private NeedReader(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Returns a reader.
     *
     * @param definitions where the forms are looked up
     * @return the reader
     */
    public static NeedReader of(Definitions definitions) {
        return new NeedReader(definitions);
    }

    /**
     * Reads how much characteristics count as need.
     *
     * @param source the delivery
     * @return the weights of the good rows, in order, and what was found; none when the delivery was not recognised
     * @throws IllegalArgumentException if the definitions do not have the form
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<NeedRanking.Weight>> weights(DeliverySource source) {
        Form form = Form.of(WEIGHTS, definitions);
        return form.read(
                source,
                row -> new NeedRanking.Weight(
                        Form.text(row, "kenmerk"),
                        form.number(row, "gewicht").orElseThrow().doubleValue(),
                        Form.text(row, "richting").equals("HOOG")));
    }

    /**
     * Reads characteristics of areas.
     *
     * @param source the delivery
     * @return those of the good rows, in order, and what was found; none when the delivery was not recognised
     * @throws IllegalArgumentException if the definitions do not have the form
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<NeedRanking.Fact>> facts(DeliverySource source) {
        Form form = Form.of(FACTS, definitions);
        return form.read(
                source,
                row -> new NeedRanking.Fact(
                        Form.area(row, "gebied"),
                        Form.text(row, "kenmerk"),
                        form.number(row, "waarde").orElseThrow().doubleValue()));
    }

    /**
     * Reads what areas get today.
     *
     * @param source the delivery
     * @return the amount of each area in cents, of the good rows, and what was found; none when the delivery was not
     *     recognised
     * @throws IllegalArgumentException if the definitions do not have the form
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<Map<AreaCode, Long>> budgets(DeliverySource source) {
        Form form = Form.of(BUDGETS, definitions);
        return form.rows(source).map(rows -> {
            Map<AreaCode, Long> amounts = new TreeMap<>();
            rows.forEach(row -> amounts.put(
                    Form.area(row, "gebied"),
                    form.number(row, "bedrag").orElseThrow().movePointRight(2).longValueExact()));
            return amounts;
        });
    }
}
