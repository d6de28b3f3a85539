package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, once, whatever threads ask. An exception in the making is thrown to
 * who asks; the next one tries again.
 */
final class Lazy<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Returns a holder of a value that already exists. */
    static <T> Lazy<T> of(T value) {
        Lazy<T> lazy = new Lazy<>(() -> value);
        lazy.value = value;
        return lazy;
    }

    /** A list whose elements are made when they are first asked for. */
    static final class OfList<E> extends AbstractList<E> {
        private final Lazy<List<E>> list;

        OfList(Supplier<List<E>> maker) {
            list = new Lazy<>(maker);
        }

        @Override
        public E get(int index) {
            return list.get().get(index);
        }

        @Override
        public int size() {
            return list.get().size();
        }
    }

    T get() {
        T known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = maker.get();
            value = known;
        }
        return known;
    }
}
