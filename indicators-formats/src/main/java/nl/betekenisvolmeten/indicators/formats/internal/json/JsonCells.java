package nl.betekenisvolmeten.indicators.formats.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.internal.rows.CellSink;
import nl.betekenisvolmeten.indicators.formats.internal.rows.HalfCharacter;
import nl.betekenisvolmeten.indicators.formats.internal.rows.NumberText;
import nl.betekenisvolmeten.indicators.formats.internal.rows.RawRow;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException;
import nl.betekenisvolmeten.indicators.formats.internal.rows.UnreadableException.Reason;

/**
 * The cells of one object, as UTF-8: those of most objects are handed on as they are, without making texts of them. Used
 * for one object after another.
 */
final class JsonCells implements JsonObjects.Row {

    static final String YES = "ja";
    static final String NO = "nee";

    /** Follows each cell; no byte of UTF-8. */
    private static final byte AFTER_CELL = (byte) 0xFF;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final ColumnNames names;
    private final int[] bounds;
    private final BitSet absent = new BitSet();
    private final List<Remark> remarks = new ArrayList<>();
    private byte[] bytes = new byte[1 << 10];
    private int end;
    private int next;
    private boolean asBytes;
    private boolean unknownName;
    private long number;

    JsonCells(ColumnNames names) {
        this.names = names;
        bounds = new int[2 * names.size()];
    }

    @Override
    public void start() {
        if (!absent.isEmpty()) {
            absent.clear();
        }
        if (!remarks.isEmpty()) {
            remarks.clear();
        }
        end = 0;
        next = 0;
        asBytes = true;
        unknownName = false;
    }

    @Override
    public void value(int place, JsonParser in, JsonToken token) throws IOException {
        if (place == next) {
            next++;
        } else if (place == ColumnNames.UNKNOWN) {
            unknownName = true;
            whole(in.currentName());
            return;
        } else {
            outOfOrder(place, in);
        }
        int from = end;
        put(in, token);
        close(place, from);
        asBytes &= bytes[from] != '"';
    }

    @Override
    public void end(long row) throws UnreadableException {
        if (unknownName) {
            throw new UnreadableException(Reason.LATE_COLUMN, row);
        }
        emptyUpTo(names.size());
        number = row;
    }

    /**
     * Handles a member out of order. Skipped columns are empty. If the column comes earlier, the row is not passed on
     * as bytes, since its cells would be in another order.
     */
    private void outOfOrder(int place, JsonParser in) throws IOException {
        if (place > next) {
            emptyUpTo(place);
            next++;
            return;
        }
        asBytes = false;
        if (!absent.get(place)) {
            remarks.add(Remark.of(Remark.Kind.COLUMN_TWICE, "column", in.currentName()));
        }
        absent.clear(place);
    }

    private void emptyUpTo(int place) {
        for (; next < place; next++) {
            absent.set(next);
            reserve(0);
            close(next, end);
        }
    }

    private void close(int place, int from) {
        bounds[2 * place] = from;
        bounds[2 * place + 1] = end;
        bytes[end++] = AFTER_CELL;
    }

    /** Puts a value as the text of a cell; true and false as the Dutch forms have them. */
    private void put(JsonParser in, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING -> put(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> putNumber(in, token);
            case VALUE_TRUE -> put(YES);
            case VALUE_FALSE -> put(NO);
            default -> reserve(0);
        }
    }

    /** Puts a number in Dutch notation; a whole number without a sign is the same in JSON. */
    private void putNumber(JsonParser in, JsonToken token) throws IOException {
        char[] letters = in.getTextCharacters();
        if (token == JsonToken.VALUE_NUMBER_INT && letters[in.getTextOffset()] != '-') {
            put(letters, in.getTextOffset(), in.getTextLength());
        } else {
            put(NumberText.dutch(in.getText()));
        }
    }

    private void put(char[] letters, int offset, int length) throws CharConversionException {
        reserve(length);
        byte[] cells = bytes;
        int at = end;
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            char letter = letters[i];
            all |= letter;
            cells[at++] = (byte) letter;
        }
        if (all < FIRST_BEYOND_ASCII) {
            end = at;
        } else {
            put(whole(new String(letters, offset, length)));
        }
    }

    private void put(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
    }

    /** Makes room for a cell and what follows it. */
    private void reserve(int length) {
        if (end + length >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + 1));
        }
    }

    /** Returns the text itself; a name or value with an unpaired surrogate is refused. */
    static String whole(String text) throws CharConversionException {
        if (HalfCharacter.isIn(text)) {
            throw new CharConversionException("half a character");
        }
        return text;
    }

    /** Returns the last object as a row. */
    RawRow row() {
        String[] texts = new String[names.size()];
        for (int i = 0; i < texts.length; i++) {
            int from = bounds[2 * i];
            texts[i] = new String(bytes, from, bounds[2 * i + 1] - from, StandardCharsets.UTF_8);
        }
        return new RawRow(number, Arrays.asList(texts), List.copyOf(remarks));
    }

    /** Passes on the last object. */
    void handTo(CellSink sink) throws UnreadableException {
        if (asBytes) {
            sink.row(number, bytes, 0, end, bounds);
        } else {
            sink.row(row());
        }
    }
}
