package nl.betekenisvolmeten.indicators.formats.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * Reads deliveries of the form for targets. A target that is a path has a row for each of its points; its baseline and
 * source are those of its first row. A target for every area is one for every stadsdeel. Immutable and thread-safe.
 */
public final class TargetReader {

    /** The form's name, without version. */
    public static final String FORMAT = "streefwaarden";

    private static final String PATH = "PAD";

    private final Form form;

    private TargetReader(Form form) {
        this.form = form;
    }

    /**
     * Returns a reader of the latest version of the form.
     *
     * @param definitions where the form is looked up
     * @return the reader
     * @throws IllegalArgumentException if there is no such form
     */
    public static TargetReader of(Definitions definitions) {
        return new TargetReader(Form.of(FORMAT, definitions));
    }

    /**
     * Reads targets.
     *
     * @param source the delivery
     * @return the targets of the good rows, in the order of their first row, and what was found; no targets when the
     *     delivery was not recognised
     * @throws IndicatorsException if the source cannot be read
     */
    public Checked<List<Target>> read(DeliverySource source) {
        return form.indicatorRows(source).map(this::targets);
    }

    private List<Target> targets(List<CheckedRow> rows) {
        Map<List<String>, List<CheckedRow>> groups = rows.stream()
                .collect(Collectors.groupingBy(TargetReader::group, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(this::target).toList();
    }

    /**
     * Returns what identifies the target of a row. The points of a path belong together; every other row is a target by
     * itself.
     */
    private static List<String> group(CheckedRow row) {
        String comparison = Form.text(row, "vergelijking");
        String when = comparison.equals(PATH) ? "" : Form.text(row, "periode");
        return List.of(Form.text(row, "indicator"), Form.text(row, "gebied"), comparison, when);
    }

    private Target target(List<CheckedRow> rows) {
        CheckedRow first = rows.get(0);
        Map<Period, BigDecimal> points = new TreeMap<>();
        rows.forEach(row ->
                form.number(row, "waarde").ifPresent(value -> points.put(Form.period(row, "periode"), value)));
        Period period = rows.stream()
                .map(row -> Form.period(row, "periode"))
                .max(Period::compareTo)
                .orElseThrow();
        return new Target(
                Form.indicator(first),
                Form.area(first, "gebied"),
                period,
                aim(first, points),
                form.number(first, "nulmeting"),
                Form.text(first, "bron"));
    }

    /** Returns the aim of a target. The rules of the form ensure that each comparison has its values. */
    private Target.Aim aim(CheckedRow row, Map<Period, BigDecimal> points) {
        BigDecimal value = form.number(row, "waarde").orElse(BigDecimal.ZERO);
        String comparison = Form.text(row, "vergelijking");
        return switch (comparison) {
            case "TUSSEN" ->
                new Target.Between(value, form.number(row, "waarde_tot").orElseThrow());
            case "RICHTING" -> new Target.Towards(Target.Way.BETTER);
            case "ELK_GEBIED" -> new Target.InEveryArea(AreaLevel.STADSDEEL, value);
            case PATH -> Target.Path.of(points);
            default ->
                new Target.Value(
                        Target.Relation.parse(comparison).orElseThrow(), value, form.number(row, "tolerantie"));
        };
    }
}
