package nl.betekenisvolmeten.indicators.validation;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.validation.RuleCheck.Breach;

/** Makes {@link Rule.Inside} ready for rows: whether what two columns say about a place can both be so. */
final class AreaContainment {

    private AreaContainment() {}

    static RuleCheck check(Rule.Inside rule, RuleColumns at) {
        int inner = at.index(rule.inner());
        int outer = at.index(rule.outer());
        Dimension.Place innerPlace = at.place(rule.inner());
        Dimension.Place outerPlace = at.place(rule.outer());
        return row -> {
            if (!row.hasValue(inner)
                    || !row.hasValue(outer)
                    || isPossible(innerPlace, row.text(inner), outerPlace, row.text(outer))) {
                return Optional.empty();
            }
            String actual = innerPlace
                    .area(row.text(inner), outerPlace.level())
                    .flatMap(innerPlace.areas()::find)
                    .map(Area::name)
                    .orElse("?");
            return Breach.at(
                    rule.inner(),
                    Map.of(
                            rule.inner().value(),
                            row.text(inner),
                            rule.outer().value(),
                            row.text(outer),
                            "actual",
                            actual));
        };
    }

    /**
     * Returns the codes that two contradictory cells may have: the row is about the one place or about a part of the
     * other.
     */
    static Map<Integer, Set<String>> possible(Rule.Inside rule, RuleColumns at, RuleCheck.Cells row) {
        Dimension.Place inner = at.place(rule.inner());
        Dimension.Place outer = at.place(rule.outer());
        String small = row.text(at.index(rule.inner()));
        String large = row.text(at.index(rule.outer()));
        Set<String> outers = new HashSet<>(Set.of(large));
        inner.area(small, outer.level()).flatMap(outer.areas()::find).ifPresent(area -> outers.add(text(outer, area)));
        Set<String> inners = new HashSet<>(Set.of(small));
        outer.code(large)
                .ifPresent(around -> inner.areas().areas(inner.level()).stream()
                        .filter(area -> inner.areas().isWithin(area.code(), around))
                        .forEach(area -> inners.add(text(inner, area))));
        return Map.of(at.index(rule.inner()), inners, at.index(rule.outer()), outers);
    }

    private static String text(Dimension.Place place, Area area) {
        return place.byName() ? area.name() : area.code().value();
    }

    /**
     * Returns whether one cell can lie in the other. If the larger area is unknown, so must the smaller one be; an
     * unknown smaller area can lie in the larger one unless it is declared to lie elsewhere.
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
