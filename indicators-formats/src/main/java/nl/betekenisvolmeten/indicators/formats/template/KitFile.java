package nl.betekenisvolmeten.indicators.formats.template;

import java.nio.charset.StandardCharsets;

/** A file of the kit: a name and bytes. Immutable. */
public final class KitFile {

    private final String name;
    private final byte[] bytes;

    private KitFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static KitFile of(String name, byte[] bytes) {
        return new KitFile(name, bytes.clone());
    }

    static KitFile ofText(String name, String text) {
        return new KitFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the name of the file.
     *
     * @return without a folder
     */
    public String name() {
        return name;
    }

    /**
     * Returns the contents.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return name;
    }
}
