package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Audience;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import org.hibernate.validator.constraints.LuhnCheck;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class BeanValidationTest {

    private static final Locale MACHINE = Locale.getDefault();

    private static final BeanValidation DUTCH =
            BeanValidation.of(SmallFormat.definitions()).withCatalogue(SmallFormat.catalogue());

    private static final Validator EARLIER = DUTCH.validator();

    record Row(@ValidKvkNumber String organisatie, @NotNull String wijk) {}

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(MACHINE);
    }

    private static List<String> messages(Validator validator, Object bean) {
        return validator.validate(bean).stream()
                .map(violation -> violation.getMessage())
                .sorted()
                .toList();
    }

    @Test
    void classPath_hasNoExpressionLanguage() {
        assertThatThrownBy(() -> Class.forName("jakarta.el.ExpressionFactory"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr", "tr", "ar"})
    void messages_whateverTheMachinesLocale_inTheChosenLanguage(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        Validator dutch = DUTCH.validator();
        Validator english = DUTCH.withLanguage(Language.EN).validator();
        Row bad = new Row("x", null);
        assertThat(messages(dutch, bad)).containsExactly("mag niet null zijn", "organisatie: fout TF-V06 bij 'x'");
        assertThat(messages(english, bad)).containsExactly("must not be null", "organisatie: error TF-V06 at 'x'");
        assertThat(messages(EARLIER, bad)).isEqualTo(messages(dutch, bad));
    }

    @Test
    void messages_inALocaleThatACallerAsksFor_whereThereIsOne() {
        try (ValidatorFactory factory = DUTCH.factory()) {
            MessageInterpolator ours = factory.getMessageInterpolator();
            for (String asked : List.of("nl", "en-GB", "fr")) {
                Locale locale = Locale.forLanguageTag(asked);
                Validator validator = factory.usingContext()
                        .messageInterpolator(new MessageInterpolator() {
                            @Override
                            public String interpolate(String template, Context context) {
                                return ours.interpolate(template, context, locale);
                            }

                            @Override
                            public String interpolate(String template, Context context, Locale other) {
                                return ours.interpolate(template, context, other);
                            }
                        })
                        .getValidator();
                boolean english = asked.startsWith("en");
                assertThat(messages(validator, new Row("x", null)))
                        .containsExactly(
                                english ? "must not be null" : "mag niet null zijn",
                                english ? "organisatie: error TF-V06 at 'x'" : "organisatie: fout TF-V06 bij 'x'");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr", "tr"})
    void usersBundle_withoutTheLanguage_theBundleWithoutALocaleCounts(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        assertThat(messages(DUTCH.validator(), new UsersText("x"))).containsExactly("zo niet: x");
        assertThat(messages(DUTCH.withLanguage(Language.EN).validator(), new UsersText("x")))
                .containsExactly("zo niet: x");
    }

    record UsersText(
            @ValidKvkNumber(message = "{test.usersText}") String organisatie) {}

    record OwnText(
            @ValidKvkNumber(message = "geen nummer ({code}): {value} {onbekend}")
            String organisatie) {}

    @Test
    void messages_ofTheAnnotation_comeFirst() {
        assertThat(messages(DUTCH.validator(), new OwnText("a{b}$c\\{d\\}${1+1}")))
                .containsExactly("geen nummer (TF-V06): a{b}$c\\{d\\}${1+1} {onbekend}");
    }

    record Expressions(
            @DecimalMin(value = "2.5") Double a,
            @DecimalMin(value = "3.5", inclusive = false) Double b,
            @LuhnCheck String c,
            @Pattern(regexp = "[a-z]{2}") String d) {}

    @Test
    void messages_ofStandardConstraints_needNoExpressionLanguage() {
        Expressions bad = new Expressions(1.0, 1.0, "111222333", "x");
        assertThat(messages(DUTCH.withLanguage(Language.EN).validator(), bad))
                .containsExactly(
                        "must be greater than 3.5",
                        "must be greater than or equal to 2.5",
                        "must match \"[a-z]{2}\"",
                        "the check digit for [BSN] is invalid, Luhn Modulo 10 checksum failed");
        assertThat(messages(DUTCH.validator(), bad)).contains("moet groter dan of gelijk aan 2.5 zijn");
    }

    @Test
    void messages_forAnotherReader() {
        Validator forIt = DUTCH.withCatalogue(
                        SmallFormat.catalogue().with(Language.NL, Map.of("TF-V06.text.it", "KvK: {value} in {column}")))
                .withAudience(Audience.IT)
                .validator();
        assertThat(messages(forIt, new Row("x", ""))).containsExactly("KvK: x in organisatie");
    }

    @Test
    void messages_ofACodeWithoutText_areShort() {
        assertThat(messages(DUTCH.validator(), new Empty(0)))
                .contains("XX-R09: in strijd met de regels van het format");
    }

    @ConformsTo(SmallFormat.ID)
    record Empty(int bezoeken) {
        @ColumnOf("unieke_deelnemers")
        public int persons() {
            return 0;
        }
    }

    private static Validator plain() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    @ConformsTo("installed@1")
    record Installed(
            @ValidAreaCode(areas = "denhaag@2024") String wijk,
            @NoPersonalData String toelichting) {}

    @Test
    void anyonesValidator_worksWithInstalledDefinitionsAndShortMessages() {
        Installed bad = new Installed("WK99", "bel 06-12345678");
        Locale.setDefault(Locale.forLanguageTag("nl"));
        assertThat(messages(plain(), bad))
                .contains(
                        "TF-V02: 'WK99' is geen geldige gebiedscode",
                        "TF-P01: de tekst bevat persoonsgegevens (PHONE)",
                        "TF-V01: in strijd met de regels van het format");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(messages(plain(), bad))
                .contains(
                        "TF-V02: 'WK99' is not a valid area code",
                        "TF-P01: the text holds personal data (PHONE)",
                        "TF-V01: against the rules of the format");
        assertThat(plain().validate(bad).toString()).doesNotContain("12345678");
        assertThat(BeanValidation.findings(plain().validate(bad)).kept())
                .extracting(finding -> finding.code().value())
                .contains("TF-V01", "TF-V02", "TF-P01");
    }

    @Test
    void anyonesValidator_textThatLooksLikeATemplate_isShownAsItIs() {
        assertThat(messages(plain(), new OwnText("a{b}$c\\{d\\}${1+1}")))
                .containsExactly("geen nummer (TF-V06): a{b}$c\\{d\\}${1+1} {onbekend}");
    }

    @Test
    void anyonesValidator_unknownAreas_throwsWithTheId() {
        assertThatThrownBy(() -> plain().validate(new Explicit("WK051829")))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("denhaag@2025");
    }

    record Explicit(@ValidAreaCode(areas = "denhaag@2025") String wijk) {}

    record Both(@ValidAreaCode(areas = "denhaag@2024") String wijk) {}

    @Test
    void givenDefinitions_comeBeforeInstalledOnes() {
        Both bean = new Both("WK051829");
        assertThat(BeanValidation.installed().validator().validate(bean)).isEmpty();
        DefinitionProvider others = DefinitionProvider.of(
                List.of(), List.of(AreaHierarchy.of("denhaag", 2024, List.of()), SmallFormat.areas(2024)), List.of());
        assertThat(BeanValidation.of(others).validator().validate(bean)).hasSize(1);
    }

    @Test
    void factory_closes() {
        try (ValidatorFactory factory = DUTCH.factory()) {
            assertThat(messages(factory.getValidator(), new Row("12345678", "x")))
                    .isEmpty();
        }
    }
}
