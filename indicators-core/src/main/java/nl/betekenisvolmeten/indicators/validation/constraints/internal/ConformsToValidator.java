package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import nl.betekenisvolmeten.indicators.validation.RuleSet;
import nl.betekenisvolmeten.indicators.validation.Validator;
import nl.betekenisvolmeten.indicators.validation.constraints.ConformsTo;
import org.jspecify.annotations.Nullable;

/** Whether a bean is a good row of a format. */
public final class ConformsToValidator extends DefinedConstraint<ConformsTo, Object> {

    /** What the annotation says, made ready. */
    private record Format(Validator validator, Severity atLeast, Map<String, ColumnRule> columns) {

        static Format of(RuleSet rules, Leniency leniency, Severity atLeast) {
            Map<String, ColumnRule> columns = new HashMap<>();
            rules.columns().forEach(column -> columns.put(column.name().value(), column));
            return new Format(Validator.of(rules, leniency), atLeast, columns);
        }
    }

    private @Nullable Format format;

    /** Creates a validator; called by Bean Validation. */
    public ConformsToValidator() {}

    @Override
    public void initialize(ConformsTo annotation) {
        format = Format.of(rules(annotation.value()), annotation.leniency(), annotation.atLeast());
    }

    @Override
    public boolean isValid(@Nullable Object bean, ConstraintValidatorContext context) {
        if (bean == null) {
            return true;
        }
        Format rules = Objects.requireNonNull(format);
        Map<String, BeanProperty> properties =
                BeanProperties.of(bean.getClass()).byColumn();
        List<Finding> findings = rules.validator().check(cells(bean, properties, rules)).stream()
                .filter(finding -> finding.severity().compareTo(rules.atLeast()) >= 0)
                .toList();
        if (!findings.isEmpty()) {
            ViolationReport.of(
                    context,
                    findings,
                    column -> Optional.ofNullable(properties.get(column)).map(BeanProperty::name));
        }
        return findings.isEmpty();
    }

    private static Map<ColumnName, String> cells(Object bean, Map<String, BeanProperty> properties, Format format) {
        Map<ColumnName, String> cells = new HashMap<>();
        properties.forEach((name, property) -> {
            ColumnRule column = format.columns().get(name);
            if (column != null) {
                cells.put(column.name(), cell(bean, property, column));
            } else if (property.named()) {
                throw new ConstraintDeclarationException("property " + property.name() + " of "
                        + bean.getClass().getName() + " names a column that "
                        + format.validator().rules().id() + " does not have: " + name);
            }
        });
        return cells;
    }

    private static String cell(Object bean, BeanProperty property, ColumnRule column) {
        return CellWriter.cell(property.read(bean), column.type())
                .orElseThrow(() -> new ConstraintDeclarationException(
                        "property " + property.name() + " of " + bean.getClass().getName()
                                + " is of a type that cannot be written as a cell: "
                                + property.getter().getGenericReturnType()));
    }
}
