package nl.betekenisvolmeten.indicators.validation;

import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;

/** Whether what two columns say of a place can both be so. */
final class AreaContainment {

    private AreaContainment() {}

    /**
     * Whether one cell can lie in the other. Where the larger area is not known the smaller one is not either, and
     * where the smaller one is not known, it lies in the larger one unless it is said to be elsewhere.
     */
    static boolean isPossible(Dimension.Place inner, String small, Dimension.Place outer, String large) {
        Optional<AreaCode> smaller = inner.code(small);
        Optional<AreaCode> larger = outer.code(large);
        if (larger.isEmpty()) {
            return smaller.isEmpty();
        }
        Optional<Residual> residual = inner.residuals().find(small);
        return residual.map(one -> one.fits(larger.get(), inner.areas()))
                .orElseGet(() -> inner.areas().isWithin(smaller.orElseThrow(), larger.get()));
    }
}
