package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ViolationsTest {

    private static final Validator VALIDATOR =
            BeanValidation.of(SmallFormat.definitions()).validator();

    record Row(
            @NotNull @ColumnOf("wijk") String gebied,
            @ValidKvkNumber String organisatie) {}

    @Test
    void toFindings_nothing_none() {
        assertThat(BeanValidation.findings(Set.of())).isEqualTo(Findings.none());
    }

    @Test
    void toFindings_someoneElsesConstraint_itsMessageIsTheReason() {
        Finding finding = BeanValidation.findings(VALIDATOR.validate(new Row(null, null)))
                .kept()
                .get(0);
        assertThat(finding.code()).hasToString("BM-B01");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.arguments()).isEqualTo(Map.of("reason", "mag niet null zijn", "column", "wijk"));
        assertThat(finding.location().column()).contains("wijk");
        assertThat(finding.location().path()).contains("gebied");
    }

    @Target({ElementType.FIELD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = EchoValidator.class)
    @interface Echo {
        String message() default "niet goed";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A constraint that says what it should not. */
    public static final class EchoValidator implements ConstraintValidator<Echo, Object> {
        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("niet: " + value).addConstraintViolation();
            return false;
        }
    }

    static class Leaky {
        @Echo
        String mail = "jan@example.nl";
    }

    @Echo
    record WholeBean(String mail) {}

    @Test
    void toFindings_someoneElsesMessageWithPersonalData_masked() {
        assertThat(BeanValidation.findings(VALIDATOR.validate(new Leaky()))
                        .kept()
                        .toString())
                .contains("niet: [E-MAIL]")
                .doesNotContain("jan@");
    }

    @Test
    void toFindings_ofAWholeBean_hasNoColumn() {
        Finding finding = BeanValidation.findings(VALIDATOR.validate(new WholeBean("a")))
                .kept()
                .get(0);
        assertThat(finding.location().column()).isEmpty();
        assertThat(finding.location().path()).isEmpty();
        assertThat(finding.arguments()).containsOnlyKeys("reason");
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @ValidAreaCode(levels = AreaLevel.WIJK, areas = "denhaag@2025")
    @interface District {
        String message() default "geen wijk";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @ValidAreaCode(levels = AreaLevel.WIJK)
    @ReportAsSingleViolation
    @interface SingleDistrict {
        String message() default "geen wijk";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static class Composed {
        @District
        String een = "x";

        @SingleDistrict
        String twee = "x";

        @ValidAreaCode(levels = AreaLevel.WIJK)
        @ValidAreaCode(levels = AreaLevel.BUURT)
        String drie = "WK051829";
    }

    @Test
    void toFindings_composedAndRepeated() {
        assertThat(BeanValidation.findings(VALIDATOR.validate(new Composed())).kept())
                .extracting(finding -> finding.location().path().orElseThrow() + " " + finding.code())
                .containsExactly("drie TF-V02", "een TF-V02", "twee BM-B01");
    }

    @Test
    void toFindings_ofAnException() {
        ConstraintViolationException exception =
                new ConstraintViolationException(VALIDATOR.validate(new Row("x", "y")));
        assertThat(BeanValidation.findings(exception.getConstraintViolations()).kept())
                .extracting(finding -> finding.code().value())
                .containsExactly("TF-V06");
    }

    @Test
    void toFindings_anyOrder_sameFindings() {
        var violations = new java.util.ArrayList<>(VALIDATOR.validate(new Row(null, "x")));
        violations.addAll(VALIDATOR.validate(new Row(null, "")));
        violations.addAll(VALIDATOR.validate(new Row("a", "y")));
        Findings findings = BeanValidation.findings(violations);
        Collections.reverse(violations);
        assertThat(BeanValidation.findings(violations)).isEqualTo(findings);
        violations.sort(Comparator.comparing(violation -> violation.getMessage()));
        assertThat(BeanValidation.findings(violations)).isEqualTo(findings);
        assertThat(findings.total()).isEqualTo(5);
    }

    interface Service {
        void deliver(@ValidKvkNumber String kvkNummer);
    }

    static class Delivering implements Service {
        @Override
        public void deliver(String kvkNummer) {}
    }

    @Test
    void toFindings_ofAMethodsParameter() throws NoSuchMethodException {
        var violations = VALIDATOR
                .forExecutables()
                .validateParameters(
                        new Delivering(), Service.class.getMethod("deliver", String.class), new Object[] {"x"});
        Finding finding = BeanValidation.findings(violations).kept().get(0);
        assertThat(finding.code()).hasToString("TF-V06");
        assertThat(finding.location().column()).contains("kvk_nummer");
    }

    @Test
    void toFindings_listOfTexts_valueIsMaskedAndCut() {
        record Texts(List<@ValidAreaCode String> wijken) {}
        Finding finding = BeanValidation.findings(VALIDATOR.validate(new Texts(List.of("x".repeat(500)))))
                .kept()
                .get(0);
        assertThat(finding.value().orElseThrow()).hasSize(Finding.MAX_ARGUMENT).endsWith("…");
    }
}
