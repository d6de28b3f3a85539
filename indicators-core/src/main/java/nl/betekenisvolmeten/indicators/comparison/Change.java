package nl.betekenisvolmeten.indicators.comparison;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.PValue;

/**
 * An area compared with itself a period earlier, over the organisations that reported on it in both: another organisation less
 * is not a change in the work. For longer periods each part is matched with its own, such as the first quarter with the
 * first quarter a year before. The two periods are tested as if they share no persons, which is too careful where they do.
 *
 * @param period the earlier period
 * @param before the value then, of the organisations matched
 * @param now the value now, of the same organisations; not the row's own value where others reported too
 * @param difference now less before
 * @param pValue of the two-sided test; empty where either is not exact, not complete or not counted
 * @param pAdjusted the p-value adjusted for all areas and indicators of the period
 * @param judgement what can be said of the change
 * @param reason why it is not decided; empty where it is
 * @param reporters how many organisations reported in both
 */
public record Change(
        Period period,
        CellValue before,
        CellValue now,
        Difference difference,
        Optional<PValue> pValue,
        Optional<PValue> pAdjusted,
        Judgement judgement,
        Optional<Judgement.Reason> reason,
        long reporters) {}
