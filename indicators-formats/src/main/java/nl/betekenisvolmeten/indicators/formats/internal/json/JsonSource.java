package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;

/** Makes parsers that keep to the limits, leave their stream open and never quote the file in a message. */
final class JsonSource {

    /** Longer names are those of no column. */
    private static final int MAX_NAME = 1_000;

    private static final int MAX_DIGITS = 1_000;

    private JsonSource() {}

    static JsonParser parser(InputStream bytes, ReadLimits limits) throws IOException {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting())
                .maxStringLength(limits.cellLength())
                .maxNameLength(MAX_NAME)
                .maxNumberLength(MAX_DIGITS)
                .build();
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(constraints)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        return factory.createParser(bytes);
    }
}
