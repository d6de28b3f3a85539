package nl.betekenisvolmeten.indicators.formats.internal.json;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that stays open when a parser is done with it. */
final class Unclosed extends FilterInputStream {

    private Unclosed(InputStream in) {
        super(in);
    }

    static InputStream of(InputStream in) {
        return new Unclosed(in);
    }

    @Override
    public void close() {
        // whoever opened the stream closes it
    }
}
