package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.util.Optional;

/** Reads and judges one chunk after another on the caller's thread. */
record SequentialChunks(BlockReader blocks, Chunk chunk, ChunkValidator judge) implements ChunkSource {

    @Override
    public Optional<Chunk> next(byte[] before) throws IOException {
        if (blocks.isAtEnd()) {
            return Optional.empty();
        }
        blocks.read(chunk);
        chunk.prepend(before);
        judge.judge(chunk);
        return Optional.of(chunk);
    }

    @Override
    public void close() {
        // nothing to stop
    }
}
