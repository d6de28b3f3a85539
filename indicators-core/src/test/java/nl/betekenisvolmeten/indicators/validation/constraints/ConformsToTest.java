package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.Leniency;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ConformsToTest {

    private static final Validator VALIDATOR = BeanValidation.of(SmallFormat.definitions())
            .withCatalogue(SmallFormat.catalogue())
            .validator();

    enum Group {
        ALLEN,
        OUDEREN
    }

    @ConformsTo(SmallFormat.ID)
    record Row(
            nl.betekenisvolmeten.indicators.model.KvkNumber organisatie,
            nl.betekenisvolmeten.indicators.model.AreaCode stadsdeel,
            nl.betekenisvolmeten.indicators.model.AreaCode wijk,
            Period periode,
            Group doelgroep,
            int bezoeken,
            Optional<Integer> uniekeDeelnemers,
            BigDecimal uren,
            String toelichting,
            Object nietVanHetFormat) {

        Row withNumbers(int visits, Integer persons, BigDecimal hours) {
            return new Row(
                    organisatie,
                    stadsdeel,
                    wijk,
                    periode,
                    doelgroep,
                    visits,
                    Optional.ofNullable(persons),
                    hours,
                    toelichting,
                    nietVanHetFormat);
        }
    }

    private static final Row GOOD = new Row(
            nl.betekenisvolmeten.indicators.model.KvkNumber.of("12345678"),
            nl.betekenisvolmeten.indicators.model.AreaCode.of("SD0518-CENTRUM"),
            nl.betekenisvolmeten.indicators.model.AreaCode.of("WK051829"),
            Period.ofQuarter(2026, 1),
            Group.OUDEREN,
            1200,
            Optional.of(80),
            new BigDecimal("12.50"),
            null,
            new Object());

    private static List<String> codes(Object bean) {
        return BeanValidation.findings(VALIDATOR.validate(bean)).kept().stream()
                .map(finding ->
                        finding.code() + " " + finding.location().column().orElse("-"))
                .toList();
    }

    @Test
    void record_typedValues_isAGoodRow() {
        assertThat(codes(GOOD)).isEmpty();
    }

    @Test
    void record_numbers_asTheFormatWritesThem() {
        assertThat(codes(GOOD.withNumbers(-1, 80, null))).containsExactly("TF-V04 bezoeken");
        assertThat(codes(GOOD.withNumbers(70, 80, null))).containsExactly("TF-R02 unieke_deelnemers");
        assertThat(codes(GOOD.withNumbers(70, null, null))).containsExactly("TF-V01 unieke_deelnemers");
        assertThat(codes(GOOD.withNumbers(80, 80, new BigDecimal("0.125")))).containsExactly("TF-V05 uren");
        assertThat(codes(GOOD.withNumbers(80, 80, new BigDecimal("1.50000")))).isEmpty();
        assertThat(codes(GOOD.withNumbers(80, 80, new BigDecimal("1E+3")))).isEmpty();
        assertThat(codes(GOOD.withNumbers(80, 80, new BigDecimal("1E+1000001"))))
                .containsExactly("TF-V05 uren");
        assertThat(codes(GOOD.withNumbers(0, 0, null))).containsExactly("XX-R09 -");
    }

    @Test
    void violations_standOnTheProperty() {
        Set<ConstraintViolation<Row>> violations = VALIDATOR.validate(GOOD.withNumbers(70, 80, null));
        assertThat(violations).hasSize(1);
        ConstraintViolation<Row> violation = violations.iterator().next();
        assertThat(violation.getPropertyPath()).hasToString("uniekeDeelnemers");
        assertThat(violation.getMessage()).isEqualTo("unieke_deelnemers (80) is meer dan bezoeken (70)");
    }

    @Test
    void violations_severalAtOnce_eachHasItsOwnArguments() {
        Row bad = new Row(null, GOOD.stadsdeel(), null, null, Group.ALLEN, 70, Optional.of(80), null, null, null);
        assertThat(VALIDATOR.validate(bad))
                .extracting(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .containsExactlyInAnyOrder(
                        "organisatie: organisatie: fout TF-V01 bij ''",
                        "wijk: wijk: fout TF-V01 bij ''",
                        "periode: periode: fout TF-V01 bij ''",
                        "uniekeDeelnemers: unieke_deelnemers (80) is meer dan bezoeken (70)");
    }

    static class Base {
        public String getOrganisatie() {
            return "12345678";
        }

        public boolean isKlaar() {
            return true;
        }
    }

    @ConformsTo(SmallFormat.ID)
    static class Bean extends Base {
        @ColumnOf("stadsdeel")
        private String deel = "Centrum";

        public String getDeel() {
            return deel;
        }

        @ColumnOf("wijk")
        public String getGebied() {
            return "Schildersbuurt";
        }

        public String getPeriode() {
            return "2026KW01";
        }

        @ColumnOf("doelgroep")
        public String voorWie() {
            return "ALLEN";
        }

        public long getBezoeken() {
            return 10;
        }

        public OptionalInt getUniekeDeelnemers() {
            return OptionalInt.of(8);
        }

        public double getUren() {
            return 2.5;
        }

        public String getToelichting() {
            return "bel 06-12345678";
        }
    }

    @Test
    void class_gettersFieldsAndMethods_areCells() {
        Set<ConstraintViolation<Bean>> violations = VALIDATOR.validate(new Bean());
        assertThat(violations)
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("gebied", "toelichting");
        assertThat(violations.toString()).doesNotContain("12345678");
        assertThat(BeanValidation.findings(violations).kept())
                .extracting(finding -> finding.code() + " " + finding.severity() + " " + finding.arguments())
                .containsExactly(
                        "TF-W01 WARNING {column=wijk, read_as=WK051829, value=Schildersbuurt}",
                        "TF-P01 ERROR {column=toelichting, kinds=PHONE, value=bel [TELEFOON]}");
    }

    @ConformsTo(value = SmallFormat.ID, atLeast = Severity.ERROR)
    record ErrorsOnly(
            String organisatie,
            String stadsdeel,
            String wijk,
            String periode,
            String doelgroep,
            String bezoeken,
            String uniekeDeelnemers) {}

    @ConformsTo(value = SmallFormat.ID, atLeast = Severity.ERROR, leniency = Leniency.STRICT)
    record Strict(
            String organisatie,
            String stadsdeel,
            String wijk,
            String periode,
            String doelgroep,
            String bezoeken,
            String uniekeDeelnemers) {}

    @Test
    void settings_severityAndLeniency_count() {
        assertThat(codes(new ErrorsOnly("12345678", "Centrum", "WK051829", "2026-Q1", "allen", "1.200", "80")))
                .isEmpty();
        assertThat(codes(new Strict("12345678", "Centrum", "WK051829", "2026-Q1", "allen", "1.200", "80")))
                .containsExactly("TF-W02 bezoeken", "TF-W02 doelgroep", "TF-W02 periode");
    }

    record Delivery(List<@Valid Row> rijen) {}

    @Test
    void nested_inAList_pathSaysWhere() {
        Delivery delivery = new Delivery(List.of(GOOD, GOOD.withNumbers(0, 0, null), GOOD.withNumbers(1, 2, null)));
        assertThat(BeanValidation.findings(VALIDATOR.validate(delivery)).kept())
                .extracting(finding ->
                        finding.code() + " " + finding.location().path().orElse("-") + " "
                                + finding.location().column().orElse("-"))
                .containsExactly("XX-R09 rijen[1] -", "TF-R02 rijen[2].uniekeDeelnemers unieke_deelnemers");
    }

    @ConformsTo(value = SmallFormat.ID, message = "{code} {expected} {left}")
    record OwnText(
            String organisatie,
            String stadsdeel,
            String wijk,
            String periode,
            String doelgroep,
            int bezoeken,
            int uniekeDeelnemers) {}

    @Test
    void messages_ofTheAnnotation_argumentsOfOneFindingDoNotStayForTheNext() {
        assertThat(VALIDATOR.validate(new OwnText("12345678", "Centrum", "WK051829", "ooit", "ALLEN", 1, 2)))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder("TF-V07 ≥ 2026KW01 ?", "TF-R02 ? unieke_deelnemers");
    }

    @ConformsTo(SmallFormat.ID)
    record NamedWins(
            String organisatie,
            String stadsdeel,
            String wijk,
            @ColumnOf("wijk") String wijkCode,
            String periode,
            String doelgroep,
            Long bezoeken,
            Short uniekeDeelnemers) {}

    @Test
    void twoPropertiesOfOneColumn_theNamedOneCounts() {
        assertThat(codes(new NamedWins("12345678", "Centrum", "?", "WK051829", "2026KW01", "ALLEN", 2L, (short) 1)))
                .isEmpty();
    }
}
