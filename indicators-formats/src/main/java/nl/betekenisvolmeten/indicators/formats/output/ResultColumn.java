package nl.betekenisvolmeten.indicators.formats.output;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a file of results: what is written in it and what its schema says come from here.
 *
 * @param <R> what a row of the file is of
 * @param name its header
 * @param type what its cells are
 * @param description what they mean, in English: a file is the same in every language
 * @param cell the text of a cell, as {@link Numbers} writes it; empty leaves the cell empty
 */
public record ResultColumn<R>(String name, Type type, String description, Function<R, Optional<String>> cell) {

    /** What cells are. */
    public enum Type {
        /** Words or codes. */
        TEXT("string"),
        /** Whole numbers. */
        INTEGER("integer"),
        /** Numbers. */
        NUMBER("number");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /**
         * The name in a Table Schema.
         *
         * @return such as {@code number}
         */
        public String code() {
            return code;
        }
    }

    static <R> ResultColumn<R> text(String name, String description, Function<R, Optional<String>> cell) {
        return new ResultColumn<>(name, Type.TEXT, description, cell);
    }

    static <R> ResultColumn<R> number(String name, String description, Function<R, Optional<String>> cell) {
        return new ResultColumn<>(name, Type.NUMBER, description, cell);
    }

    static <R> ResultColumn<R> whole(String name, String description, Function<R, Optional<Long>> cell) {
        return new ResultColumn<>(
                name, Type.INTEGER, description, row -> cell.apply(row).map(number -> Long.toString(number)));
    }
}
