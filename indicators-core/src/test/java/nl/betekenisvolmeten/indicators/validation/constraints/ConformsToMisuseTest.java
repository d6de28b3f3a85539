package nl.betekenisvolmeten.indicators.validation.constraints;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformsToMisuseTest {

    private static final Validator VALIDATOR =
            BeanValidation.of(SmallFormat.definitions()).validator();

    @ConformsTo("onbekend@7")
    record UnknownFormat(String wijk) {}

    @ConformsTo("geen id")
    record NoId(String wijk) {}

    @ConformsTo(SmallFormat.ID)
    record UnknownColumn(@ColumnOf("wijkk") String wijk) {}

    @ConformsTo(SmallFormat.ID)
    record TwiceNamed(
            @ColumnOf("wijk") String a, @ColumnOf("wijk") String b) {}

    @ConformsTo(SmallFormat.ID)
    record NoCell(Map<String, String> wijk) {}

    @ConformsTo(SmallFormat.ID)
    static class NoGetter {
        @ColumnOf("wijk")
        String geheim = "WK051829";
    }

    @ConformsTo(SmallFormat.ID)
    static class Failing {
        public String getWijk() {
            throw new IllegalStateException("stuk");
        }
    }

    @Test
    void misuse_throwsAndSaysWhat() {
        assertMisuse(new UnknownFormat("x"), "onbekend@7");
        assertMisuse(new NoId("x"), "geen id");
        assertMisuse(new UnknownColumn("x"), "wijkk");
        assertMisuse(new TwiceNamed("x", "y"), "a, b");
        assertMisuse(new NoCell(Map.of()), "Map");
        assertMisuse(new NoGetter(), "geheim");
        assertThatThrownBy(() -> VALIDATOR.validate(new Failing()))
                .isInstanceOf(ValidationException.class)
                .hasRootCauseMessage("stuk");
    }

    private static void assertMisuse(Object bean, String text) {
        assertThatThrownBy(() -> VALIDATOR.validate(bean))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining(text);
    }
}
