package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidator;
import java.lang.annotation.Annotation;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.IndicatorSet;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;

/**
 * A constraint that looks things up by the ids in its annotation: in the installed providers, unless it was given
 * another.
 *
 * @param <A> the annotation
 * @param <T> the values
 */
public abstract class DefinedConstraint<A extends Annotation, T> implements ConstraintValidator<A, T> {

    private DefinitionProvider definitions = InstalledDefinitions.only();

    DefinedConstraint() {}

    void use(DefinitionProvider provider) {
        definitions = provider;
    }

    RuleSet rules(String format) {
        return FormatId.parse(format)
                .flatMap(definitions::rules)
                .orElseThrow(() -> unknown("format", format, "telformat-gebiedsgericht@2026.1"));
    }

    /** Returns the areas with an id such as {@code denhaag@2025}; empty for an empty id. */
    Optional<AreaHierarchy> areas(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FormatId.parse(id)
                .filter(parts -> parts.version().indexOf('.') < 0)
                .flatMap(parts -> definitions.areas(parts.name(), Integer.parseInt(parts.version())))
                .orElseThrow(() -> unknown("areas", id, "denhaag@2025")));
    }

    /** Returns the indicators with an id such as {@code denhaag-welzijn@2026.2}; empty for an empty id. */
    Optional<IndicatorSet> indicators(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FormatId.parse(id)
                .flatMap(parts -> definitions.indicators(parts.name(), parts.version()))
                .orElseThrow(() -> unknown("set of indicators", id, "denhaag-welzijn@2026.2")));
    }

    private static ConstraintDeclarationException unknown(String what, String id, String example) {
        return new ConstraintDeclarationException(
                "no definition provider knows the " + what + " '" + id + "' (written like " + example + ")");
    }
}
