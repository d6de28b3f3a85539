package nl.betekenisvolmeten.indicators.formats.internal.result;

import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Properties of a record are written in the order of its components, which Java guarantees, unless an annotation says else. */
final class RecordOrder extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String @Nullable [] findSerializationPropertyOrder(AnnotatedClass type) {
        String[] asked = super.findSerializationPropertyOrder(type);
        if (asked != null || !type.getRawType().isRecord()) {
            return asked;
        }
        return Arrays.stream(type.getRawType().getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }
}
