package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/** A workbook in memory, in blocks, so that a large one is never held twice: not as it grows, nor as it is read. */
final class HeldWorkbook extends OutputStream implements DeliverySource {

    private static final int BLOCK = 1 << 18;

    private final List<ByteArrayOutputStream> blocks = new ArrayList<>(List.of(new ByteArrayOutputStream()));

    @Override
    public void write(int value) {
        last().write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        last().write(bytes, from, length);
    }

    private ByteArrayOutputStream last() {
        ByteArrayOutputStream last = blocks.get(blocks.size() - 1);
        if (last.size() >= BLOCK) {
            last = new ByteArrayOutputStream(BLOCK);
            blocks.add(last);
        }
        return last;
    }

    @Override
    public String name() {
        return "workbook";
    }

    @Override
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else one by one
    public InputStream open() {
        Iterator<ByteArrayOutputStream> left = blocks.iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(left.next().toByteArray());
            }
        });
    }
}
