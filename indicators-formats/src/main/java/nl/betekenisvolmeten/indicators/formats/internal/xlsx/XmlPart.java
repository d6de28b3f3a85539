package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook, tag by tag. A document type, which no workbook needs, is refused: it is what entities that grow
 * or that read other files are made with.
 */
final class XmlPart implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_ATTRIBUTES = 256;

    /** The names of most tags and attributes, which are not counted. */
    private static final Set<String> USUAL_NAMES = Set.of("c", "v", "r", "s", "t", "is", "si", "f", "row", "spans");

    private final InputStream bytes;
    private final XMLStreamReader in;
    private final ReadLimits limits;
    private final Set<String> names = new HashSet<>();
    private long namespaces;
    private int depth;

    private XmlPart(InputStream bytes, XMLStreamReader in, ReadLimits limits) {
        this.bytes = bytes;
        this.in = in;
        this.limits = limits;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static XmlPart of(InputStream bytes, ReadLimits limits) throws UnreadableException {
        try {
            return new XmlPart(bytes, FACTORY.createXMLStreamReader(bytes), limits);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /**
     * Moves to the next start or end of a tag.
     *
     * @return whether there is one
     */
    boolean next() throws UnreadableException {
        try {
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    deeper();
                    checkNames();
                    return true;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    return true;
                } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableException(Reason.UNSAFE);
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private void deeper() throws UnreadableException {
        depth++;
        if (depth > limits.nesting()) {
            throw new UnreadableException(Reason.TOO_LARGE);
        }
    }

    /** Checks the number of names: a workbook uses a few hundred, and a parser is slow on very many. */
    private void checkNames() throws UnreadableException {
        see(in.getLocalName());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            see(in.getAttributeLocalName(i));
        }
        namespaces += in.getNamespaceCount();
        if (in.getAttributeCount() > MOST_ATTRIBUTES || namespaces > MOST_NAMES || names.size() > MOST_NAMES) {
            throw new UnreadableException(Reason.UNSAFE);
        }
    }

    private void see(String name) {
        if (!USUAL_NAMES.contains(name)) {
            names.add(name);
        }
    }

    /** Moves to the next start of a tag of this name, at any depth. */
    boolean nextStart(String name) throws UnreadableException {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    boolean isStart() {
        return in.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isStart(String name) {
        return isStart() && in.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return in.getEventType() == XMLStreamConstants.END_ELEMENT
                && in.getLocalName().equals(name);
    }

    /** Returns an attribute by its name, whatever its namespace; null if there is none. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    int attributes() {
        return in.getAttributeCount();
    }

    String attributeName(int index) {
        return in.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return in.getAttributeValue(index);
    }

    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** Returns the text of a tag without tags in it; moves to its end. */
    String text() throws UnreadableException {
        try {
            String text = pieces();
            depth--;
            return text;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (UncheckedStreamException e) {
            // a text is read when it is asked for
            throw e.getCause() instanceof XMLStreamException cause
                    ? unreadable(cause)
                    : new UnreadableException(Reason.DAMAGED);
        }
    }

    private String pieces() throws XMLStreamException, UnreadableException {
        String first = "";
        StringBuilder more = null;
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (first.isEmpty()) {
                    first = in.getText();
                } else {
                    more = more == null ? new StringBuilder(first) : more;
                    more.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                }
                checkLength(more == null ? first.length() : more.length());
            } else if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                throw new UnreadableException(Reason.DAMAGED);
            }
        }
        return more == null ? first : more.toString();
    }

    private void checkLength(int length) throws UnreadableException {
        if (length > limits.cellLength()) {
            throw new UnreadableException(Reason.CELL_TOO_LONG);
        }
    }

    /** Returns a text that may consist of formatted pieces, without its phonetic guide; moves to the end of the tag. */
    String richText(String tag) throws UnreadableException {
        String first = "";
        StringBuilder more = null;
        while (next() && !isEnd(tag)) {
            if (isStart("rPh")) {
                skip();
            } else if (isStart("t")) {
                String piece = text();
                if (first.isEmpty()) {
                    first = piece;
                } else {
                    more = more == null ? new StringBuilder(first) : more;
                    more.append(piece);
                    checkLength(more.length());
                }
            }
        }
        return EscapedText.unescaped(more == null ? first : more.toString());
    }

    /** Moves to the end of the tag that was just started. */
    void skip() throws UnreadableException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // what is in it does not matter
        }
    }

    /** Reads what is left, without looking at it, so that the check of the whole is done. */
    void finish() throws UnreadableException {
        try {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableException unreadable(XMLStreamException e) {
        Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        return cause instanceof IOException io ? unreadable(io) : new UnreadableException(Reason.DAMAGED);
    }

    /**
     * Returns the exception for a fault in the file; throws an {@link UncheckedIOException} if the source cannot be
     * read.
     */
    static UnreadableException unreadable(IOException e) {
        if (e instanceof RefusedException refused) {
            return new UnreadableException(refused.reason());
        } else if (e instanceof ZipException
                || e instanceof EOFException
                || e instanceof java.io.CharConversionException) {
            return new UnreadableException(Reason.DAMAGED);
        }
        throw new UncheckedIOException(e);
    }

    @Override
    public void close() {
        try (bytes) {
            in.close();
        } catch (XMLStreamException | IOException e) {
            throw new UncheckedIOException(new IOException("a part of a workbook does not close", e));
        }
    }
}
