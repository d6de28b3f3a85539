package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.List;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.targets.TargetResult;
import nl.betekenisvolmeten.indicators.targets.TargetReview;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/** Reads the form for figures that no counting form has, to compare with targets. Immutable and thread-safe. */
public final class RealisationReader {

    /** The form's name, without version. */
    public static final String FORMAT = "realisaties";

    private final Form form;

    private RealisationReader(Form form) {
        this.form = form;
    }

    /**
     * Returns a reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static RealisationReader of(Definitions definitions) {
        return new RealisationReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads figures.
     *
     * @param source the delivery
     * @return the figures of the good rows, in order, and what was found; none when the delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<TargetReview.StatedFigure>> read(DeliverySource source) {
        return form.indicatorRows(source)
                .map(rows -> rows.stream().map(this::figure).toList());
    }

    private TargetReview.StatedFigure figure(CheckedRow row) {
        BigDecimal lower = form.number(row, "waarde").orElseThrow();
        BigDecimal upper = form.number(row, "waarde_tot").orElse(lower);
        return new TargetReview.StatedFigure(
                Form.indicator(row),
                Form.area(row, "gebied"),
                Form.period(row, "periode"),
                new TargetResult.Realised(CellValue.between(lower, upper), state(Form.text(row, "stand"))),
                Form.text(row, "bron"));
    }

    private static TargetResult.Realised.State state(String code) {
        return switch (code) {
            case "", "VOLLEDIG" -> TargetResult.Realised.State.COMPLETE;
            case "MINSTENS" -> TargetResult.Realised.State.AT_LEAST;
            case "ONVOLLEDIG" -> TargetResult.Realised.State.INCOMPLETE;
            case "NIET_VERGELIJKBAAR" -> TargetResult.Realised.State.NOT_COMPARABLE;
            default -> throw new IllegalStateException("no state " + code);
        };
    }
}
