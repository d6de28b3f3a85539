package nl.betekenisvolmeten.indicators.formats.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Arrays;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionDiff;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryDiff;
import nl.betekenisvolmeten.indicators.formats.report.Explanation;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.need.NeedReach;
import nl.betekenisvolmeten.indicators.plot.Plot;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.validation.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records that are written as JSON unchanged: their properties follow the order of the components, with names in one
 * style.
 */
class JsonRecordsTest {

    /** Values that are written as they are. */
    private static final List<Class<?>> AS_THEY_ARE = List.of(
            Coverage.class,
            DefinitionDiff.Change.class,
            DefinitionDiff.Comparability.class,
            DefinitionDiff.Comparability.Reason.class,
            DeliveryDiff.Cell.class,
            DeliveryDiff.Periods.class,
            Explanation.UsedDefinition.class,
            LocalizedText.class,
            NeedReach.Bounds.class,
            Plot.Axis.class,
            Verdict.class);

    static List<Class<?>> records() {
        return AS_THEY_ARE;
    }

    @ParameterizedTest
    @MethodSource("records")
    void properties_each_inTheOrderOfTheComponents(Class<?> type) throws JsonMappingException {
        List<String> expected = Arrays.stream(type.getRecordComponents())
                .map(component -> ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                        .translate(component.getName()))
                .toList();
        assertThat(JsonFiles.properties(type)).containsExactlyElementsOf(expected);
        assertThat(expected).allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+)*"));
    }
}
