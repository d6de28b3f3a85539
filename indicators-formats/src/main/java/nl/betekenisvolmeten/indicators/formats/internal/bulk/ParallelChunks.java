package nl.betekenisvolmeten.indicators.formats.internal.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import nl.betekenisvolmeten.indicators.table.internal.Dictionary;

/**
 * Judges chunks on several threads, the caller's among them, and gives them in the order of the file. While the caller
 * would wait for a chunk, it judges one that nobody has begun. Each lane has its own memory of what it has seen, which
 * starts with what the first chunk holds. A chunk that turns out to start within a record is judged once more by the
 * caller. No thread is left when it is closed.
 */
final class ParallelChunks implements ChunkSource {

    /** For each lane, so many chunks are judged or wait. */
    private static final int AHEAD = 2;

    /** A judge, and how its numbers are those of the whole delivery. */
    private record Lane(ChunkValidator judge, NumberMap numbers) {}

    /** Chunks are begun in the order of the file, so a lane that stays with its thread meets its own in that order. */
    private static final class LaneThread extends Thread {
        final int lane;

        LaneThread(Runnable task, int lane) {
            super(task, "indicators-lane-" + lane);
            this.lane = lane;
            setDaemon(true);
        }
    }

    private static final int CALLER = 0;

    private final int count;
    private final BlockReader blocks;
    private final Supplier<Chunk> chunks;
    private final Supplier<ChunkValidator> judges;
    private final ChunkValidator own;
    private final IntFunction<Dictionary> whole;
    private final int columns;
    private final List<Thread> threads = new ArrayList<>();
    private final ThreadPoolExecutor pool;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<FutureTask<Chunk>> inFlight = new ArrayDeque<>();
    private final Deque<Chunk> free = new ArrayDeque<>();
    private Optional<Chunk> lent = Optional.empty();

    /**
     * Lanes.
     *
     * @param count how many, at least 2: one for the caller's thread, and a thread for each other
     * @param blocks gives the bytes
     * @param chunks makes an empty chunk
     * @param judges makes a judge whose numbers start as those of the whole delivery are then
     * @param own the caller's judge, by the numbers of the whole delivery
     * @param whole the numbers of the whole delivery, by column
     * @param columns how many columns there are
     */
    ParallelChunks(
            int count,
            BlockReader blocks,
            Supplier<Chunk> chunks,
            Supplier<ChunkValidator> judges,
            ChunkValidator own,
            IntFunction<Dictionary> whole,
            int columns) {
        this.count = count;
        this.blocks = blocks;
        this.chunks = chunks;
        this.judges = judges;
        this.own = own;
        this.whole = whole;
        this.columns = columns;
        pool = new ThreadPoolExecutor(
                count - 1, count - 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
    }

    private Thread newThread(Runnable task) {
        Thread thread = new LaneThread(task, threads.size() + 1);
        threads.add(thread);
        return thread;
    }

    @Override
    public Optional<Chunk> next(byte[] before) throws IOException {
        lent.ifPresent(free::add);
        lent = Optional.empty();
        if (lanes.isEmpty()) {
            lent = first(before);
            return lent;
        }
        while (inFlight.size() < AHEAD * count && !blocks.isAtEnd()) {
            send();
        }
        if (inFlight.isEmpty()) {
            return Optional.empty();
        }
        Chunk chunk = taken(inFlight.remove());
        NumberMap map = lanes.get(chunk.lane).numbers();
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

    /**
     * Reads and judges the first chunk on the caller's thread. Lanes start from what is known after it, so that most
     * numbers need no change.
     */
    private Optional<Chunk> first(byte[] before) throws IOException {
        if (blocks.isAtEnd()) {
            return Optional.empty();
        }
        Chunk chunk = chunks.get();
        blocks.read(chunk);
        chunk.prepend(before);
        own.judge(chunk);
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(judges.get(), new NumberMap(whole, columns)));
        }
        return Optional.of(chunk);
    }

    private void send() throws IOException {
        Chunk chunk = free.isEmpty() ? chunks.get() : free.remove();
        blocks.read(chunk);
        FutureTask<Chunk> task = new FutureTask<>(() -> judge(chunk), chunk);
        inFlight.add(task);
        pool.execute(task);
    }

    private void judge(Chunk chunk) {
        chunk.lane = Thread.currentThread() instanceof LaneThread thread ? thread.lane : CALLER;
        lanes.get(chunk.lane).judge().judge(chunk);
    }

    private Chunk taken(FutureTask<Chunk> judged) throws IOException {
        while (!judged.isDone()) {
            Runnable next = pool.getQueue().poll();
            if (next == null) {
                break;
            }
            next.run();
        }
        try {
            return judged.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        } catch (ExecutionException e) {
            throw new IllegalStateException("unexpected failure in a worker thread", e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
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
