package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.UnexpectedTypeException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class ConstraintsTest {

    private final Validator validator = BeanValidation.of(SmallFormat.definitions(List.of(SmallIndicators.set())))
            .withCatalogue(SmallFormat.catalogue())
            .validator();

    record Place(
            @ValidAreaCode(levels = AreaLevel.WIJK, areas = "denhaag@2025")
            String wijk) {}

    record AnyPlace(@ValidAreaCode(areas = "denhaag@2025") String gebied) {}

    record Shape(
            @ValidAreaCode(levels = {AreaLevel.WIJK, AreaLevel.BUURT})
            String gebied) {}

    record TypedPlace(
            @ValidAreaCode(levels = AreaLevel.GEMEENTE) nl.betekenisvolmeten.indicators.model.AreaCode gemeente,
            @ValidAreaCode(areas = "denhaag@2025") nl.betekenisvolmeten.indicators.model.AreaCode gebied) {}

    record When(@PeriodCode(kinds = PeriodKind.QUARTER) String periode) {}

    record Whenever(@PeriodCode String periode) {}

    record TypedWhen(
            @PeriodCode(kinds = {PeriodKind.QUARTER, PeriodKind.YEAR})
            Period periode) {}

    record Who(@ValidKvkNumber String organisatie) {}

    record What(@IndicatorCode String indicator) {}

    record KnownWhat(@IndicatorCode(set = "klein@1") String indicator) {}

    record TypedWhat(@IndicatorCode(set = "klein@1") IndicatorId indicator) {}

    record Story(@NoPersonalData String verhaal) {}

    private List<Finding> check(Object bean) {
        return BeanValidation.findings(validator.validate(bean)).kept();
    }

    private String code(Object bean) {
        List<Finding> findings = check(bean);
        assertThat(findings).hasSizeLessThan(2);
        return findings.isEmpty() ? "-" : findings.get(0).code().value();
    }

    @ParameterizedTest
    @CsvSource({
        "WK051829, -",
        "WK051899, TF-V02",
        "GM0518, TF-V02",
        "wk051829, TF-W02",
        "' WK051829', TF-W02",
        "Schildersbuurt, TF-W01",
        "'', TF-V01",
        "' ', TF-V01",
        "nonsens, TF-V02",
        "jan@example.nl, TF-P01"
    })
    void areaCode_ofKnownAreas_asAFilesCheckHasIt(String text, String code) {
        assertThat(code(new Place(text))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"GM0518, -", "SD0518-LAAK, -", "WK051829, -", "BU05182900, TF-V02", "Laak, TF-W01"})
    void areaCode_ofEveryLevel_takesEachKnownArea(String text, String code) {
        assertThat(code(new AnyPlace(text))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"WK051899, -", "BU05189999, -", "GM0518, TF-V02", "wk051899, TF-W02", "'', TF-V01", "WK1, TF-V02"})
    void areaCode_withoutAreas_onlyTheShapeCounts(String text, String code) {
        assertThat(code(new Shape(text))).isEqualTo(code);
    }

    @Test
    void areaCode_misspelt_suggests() {
        assertThat(check(new Place("Schildersbuur")).get(0).suggestions()).containsExactly("WK051829 (Schildersbuurt)");
        assertThat(check(new AnyPlace("Schildersbuur")).get(0).suggestions())
                .containsExactly("WK051829 (Schildersbuurt)");
    }

    @Test
    void areaCode_ofTheModelsType_levelAndAreasCount() {
        var city = nl.betekenisvolmeten.indicators.model.AreaCode.of("GM0518");
        var other = nl.betekenisvolmeten.indicators.model.AreaCode.of("WK036301");
        assertThat(check(new TypedPlace(city, city))).isEmpty();
        assertThat(check(new TypedPlace(other, other)))
                .extracting(finding ->
                        finding.code() + " " + finding.location().column().orElseThrow())
                .containsExactly("TF-V02 gebied", "TF-V02 gemeente");
    }

    @ParameterizedTest
    @CsvSource({
        "2026KW01, -",
        "2026JJ00, TF-V07",
        "2026-Q1, TF-W02",
        "2026KW05, TF-V07",
        "'', TF-V01",
        "gisteren, TF-V07",
        "geboren 01-02-1980, TF-P01"
    })
    void periodCode_ofAQuarter_asAFilesCheckHasIt(String text, String code) {
        assertThat(code(new When(text))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2026KW01, -", "2026JJ00, -", "2026HJ02, -", "2026MM12, -", "2026, TF-W02", "2026MM13, TF-V07"})
    void periodCode_ofAnyKind_takesAll(String text, String code) {
        assertThat(code(new Whenever(text))).isEqualTo(code);
    }

    @Test
    void periodCode_ofTheModelsType_kindCounts() {
        assertThat(code(new TypedWhen(Period.ofQuarter(2026, 1)))).isEqualTo("-");
        Finding finding =
                check(new TypedWhen(Period.of(PeriodKind.MONTH, 2026, 1))).get(0);
        assertThat(finding.code()).hasToString("TF-V07");
        assertThat(finding.arguments()).containsEntry("expected", "KW, JJ").containsEntry("value", "2026MM01");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678, -",
        "1234 5678, TF-W02",
        "1234567, TF-V06",
        "123456, TF-V06",
        "00000000, TF-V06",
        "'', TF-V01",
        "1234567a, TF-V06",
        // nine digits that pass the test of eleven
        "111222333, TF-P01"
    })
    void kvkNumber_asAFilesCheckHasIt(String text, String code) {
        assertThat(code(new Who(text))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"bereik-ouderen, -", "Bereik, TF-V02", "' bereik', TF-W02", "'', TF-V01"})
    void indicatorCode_withoutASet_onlyTheShapeCounts(String text, String code) {
        assertThat(code(new What(text))).isEqualTo(code);
    }

    @Test
    void indicatorCode_ofASet_mustBeInIt() {
        assertThat(code(new KnownWhat("bezoeken"))).isEqualTo("-");
        assertThat(check(new KnownWhat("bezoekn")).get(0).suggestions()).containsExactly("bezoeken");
        assertThat(code(new KnownWhat("bereik-ouderen"))).isEqualTo("TF-V02");
        assertThat(code(new TypedWhat(IndicatorId.of("bezoeken")))).isEqualTo("-");
        assertThat(code(new TypedWhat(IndicatorId.of("andere")))).isEqualTo("TF-V02");
    }

    record OtherWhat(@IndicatorCode(set = "klein@2") String indicator) {}

    record InstalledWhat(@IndicatorCode(set = "installed@1") String indicator) {}

    @Test
    void indicatorCode_ofASetThatOnlyAnInstalledProviderHas_mustBeInIt() {
        assertThat(code(new InstalledWhat("bezoeken"))).isEqualTo("-");
        assertThat(code(new InstalledWhat("bereik"))).isEqualTo("TF-V02");
        assertThatThrownBy(() -> check(new OtherWhat("bezoeken")))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("klein@2");
    }

    @Test
    void noPersonalData_anAddress_maskedEverywhere() {
        assertThat(check(new Story("Zij kwam elke week."))).isEmpty();
        var violations = validator.validate(new Story("mail jan.jansen@example.nl of 06-12345678"));
        assertThat(violations).hasSize(1);
        assertThat(violations.toString()).doesNotContain("jansen").doesNotContain("12345678");
        Finding finding = BeanValidation.findings(violations).kept().get(0);
        assertThat(finding.code()).hasToString("TF-P01");
        assertThat(finding.arguments())
                .containsEntry("kinds", "EMAIL, PHONE")
                .containsEntry("value", "mail [E-MAIL] of [TELEFOON]");
    }

    @Test
    void everyConstraint_null_passes() {
        assertThat(check(new Place(null))).isEmpty();
        assertThat(check(new TypedPlace(null, null))).isEmpty();
        assertThat(check(new When(null))).isEmpty();
        assertThat(check(new TypedWhen(null))).isEmpty();
        assertThat(check(new Who(null))).isEmpty();
        assertThat(check(new What(null))).isEmpty();
        assertThat(check(new TypedWhat(null))).isEmpty();
        assertThat(check(new Story(null))).isEmpty();
    }

    record Report(
            List<@ValidAreaCode String> wijken,
            Optional<@PeriodCode String> periode,
            Map<String, @ValidKvkNumber String> partners,
            List<@Valid Who> organisaties) {}

    @Test
    void containers_elementsAndNestedBeans_areChecked() {
        List<Who> organisations = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            organisations.add(new Who(i == 2 || i == 10 ? "x" : "12345678"));
        }
        Report report = new Report(
                List.of("WK051829", "overal"), Optional.of("ooit"), Map.of("jan@example.nl", "0"), organisations);
        assertThat(check(report))
                .extracting(finding -> finding.code() + " "
                        + finding.location().column().orElse("-") + " "
                        + finding.location().path().orElse("-"))
                .containsExactly(
                        "TF-V06 organisatie organisaties[2].organisatie",
                        "TF-V06 organisatie organisaties[10].organisatie",
                        "TF-V06 partners partners[[E-MAIL]].<map value>",
                        "TF-V07 periode periode",
                        "TF-V02 wijken wijken[1].<list element>");
    }

    static class Form {
        @ColumnOf("wijk")
        @ValidAreaCode
        private final String wijkCode;

        Form(String wijkCode) {
            this.wijkCode = wijkCode;
        }

        @ValidKvkNumber
        public String getKvkNummer() {
            return "1";
        }
    }

    @Test
    void classes_fieldsAndGetters_areChecked() {
        assertThat(check(new Form("x")))
                .extracting(finding -> finding.location().column().orElseThrow())
                .containsExactly("kvk_nummer", "wijk");
        assertThat(validator.validate(new Form("x")))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder("kvk_nummer: fout TF-V06 bij '1'", "wijk: fout TF-V02 bij 'x'");
    }

    record UnknownAreas(
            @ValidAreaCode(areas = "utrecht@2025") String wijk) {}

    record OddAreas(@ValidAreaCode(areas = "denhaag@2025.1") String wijk) {}

    record UnknownSet(@IndicatorCode(set = "groot@1") String indicator) {}

    record WrongType(@ValidKvkNumber Integer organisatie) {}

    @Test
    void misuse_throwsWithTheId() {
        assertThatThrownBy(() -> check(new UnknownAreas("WK051829")))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("utrecht@2025");
        assertThatThrownBy(() -> check(new OddAreas("WK051829")))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("denhaag@2025.1");
        assertThatThrownBy(() -> check(new UnknownSet("a")))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("groot@1");
        assertThatThrownBy(() -> check(new WrongType(1))).isInstanceOf(UnexpectedTypeException.class);
    }
}
