package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.util.Optional;

/** Gives the chunks of a delivery, judged, in order. */
interface ChunkSource extends AutoCloseable {

    /**
     * Returns the next chunk.
     *
     * @param before what the chunk before left, as its last record does not end in it: bytes to put before this one
     * @return the chunk, which stays as it is until the next call; empty at the end
     */
    Optional<Chunk> next(byte[] before) throws IOException;

    @Override
    void close();
}
