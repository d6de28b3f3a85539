package nl.betekenisvolmeten.indicators.formats.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.table.Dictionary;

/**
 * Judges chunks on threads of its own, each with its own memory of what it has seen, while the caller reads blocks and
 * takes judged chunks in the order of the file. A chunk that turns out to start within a record is judged once more by
 * the caller. No thread is left when it is closed.
 */
final class ManyLanes implements ChunkSource {

    /** For each lane, so many chunks are judged or wait. */
    private static final int AHEAD = 2;

    private final BlockReader blocks;
    private final Supplier<Chunk> chunks;
    private final ChunkJudge own;
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<ChunkJudge> judges = new ArrayList<>();
    private final List<NumberMap> numbers = new ArrayList<>();
    private final Deque<Future<Chunk>> inFlight = new ArrayDeque<>();
    private final Deque<Chunk> free = new ArrayDeque<>();
    private Optional<Chunk> lent = Optional.empty();
    private int turn;

    /**
     * Lanes.
     *
     * @param count how many
     * @param blocks gives the bytes
     * @param chunks makes an empty chunk
     * @param judges makes a judge with numbers of its own
     * @param own the caller's judge, by the numbers of the whole delivery
     * @param whole the numbers of the whole delivery, by column
     */
    ManyLanes(
            int count,
            BlockReader blocks,
            Supplier<Chunk> chunks,
            Supplier<ChunkJudge> judges,
            ChunkJudge own,
            IntFunction<Dictionary> whole) {
        this.blocks = blocks;
        this.chunks = chunks;
        this.own = own;
        for (int i = 0; i < count; i++) {
            String name = "indicators-lane-" + i;
            lanes.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                threads.add(thread);
                return thread;
            }));
            this.judges.add(judges.get());
            numbers.add(new NumberMap(whole));
        }
    }

    @Override
    public Optional<Chunk> next(byte[] before) throws IOException {
        lent.ifPresent(free::add);
        lent = Optional.empty();
        while (inFlight.size() < AHEAD * lanes.size() && !blocks.isAtEnd()) {
            send();
        }
        if (inFlight.isEmpty()) {
            return Optional.empty();
        }
        Chunk chunk = taken(inFlight.remove());
        NumberMap map = numbers.get(chunk.lane);
        map.learn(chunk);
        if (before.length > 0) {
            chunk.prepend(before);
            own.judge(chunk);
        } else {
            map.translate(chunk);
        }
        lent = Optional.of(chunk);
        return lent;
    }

    private void send() throws IOException {
        Chunk chunk = free.isEmpty() ? chunks.get() : free.remove();
        blocks.read(chunk);
        chunk.lane = turn;
        ChunkJudge judge = judges.get(turn);
        inFlight.add(lanes.get(turn).submit(() -> {
            judge.judge(chunk);
            return chunk;
        }));
        turn = (turn + 1) % lanes.size();
    }

    private static Chunk taken(Future<Chunk> judged) throws IOException {
        try {
            return judged.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chunk could not be judged", e.getCause());
        }
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdownNow);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    // a lane ends with the chunk that it is at
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
