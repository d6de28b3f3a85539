package nl.betekenisvolmeten.indicators.formats.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.report.Explanation;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that are written as JSON: their properties have the order of their components, and names of one kind. */
class JsonRecordsTest {

    private static final String OURS = "nl.betekenisvolmeten.indicators.formats.";

    /** Values that are written as they are. */
    private static final List<Class<?>> AS_THEY_ARE = List.of(
            BreakFinder.SeriesBreak.class,
            Coverage.class,
            DefinitionDiff.Change.class,
            DefinitionDiff.Comparability.class,
            DefinitionDiff.Comparability.Reason.class,
            DeliveryDiff.Cell.class,
            DeliveryDiff.Periods.class,
            Explanation.UsedDefinition.class,
            LocalizedText.class,
            Plot.Axis.class,
            Verdict.class);

    static Stream<Class<?>> records() {
        Stream<Class<?>> made = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(OURS + "output", OURS + "report", OURS + "internal.result")
                        .stream()
                        .filter(type -> type.isRecord() && isOfJson(type))
                        .map(JavaClass::reflect);
        return Stream.concat(made, AS_THEY_ARE.stream());
    }

    /** Records of JSON are called so, or are part of a standard. */
    private static boolean isOfJson(JavaClass type) {
        return type.getName().contains("Json") || type.isAnnotatedWith(CamelCase.class);
    }

    private static String expected(Class<?> type, RecordComponent component) {
        Optional<JsonProperty> named =
                Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class));
        String own = type.isAnnotationPresent(CamelCase.class)
                ? component.getName()
                : ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                        .translate(component.getName());
        return named.map(JsonProperty::value).orElse(own);
    }

    @ParameterizedTest
    @MethodSource("records")
    void properties_each_inTheOrderOfTheComponents(Class<?> type) throws JsonMappingException {
        List<String> expected = Arrays.stream(type.getRecordComponents())
                .map(component -> expected(type, component))
                .toList();
        assertThat(JsonFiles.properties(type)).containsExactlyElementsOf(expected);
        if (!type.isAnnotationPresent(CamelCase.class)) {
            assertThat(expected).allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+)*"));
        }
    }
}
