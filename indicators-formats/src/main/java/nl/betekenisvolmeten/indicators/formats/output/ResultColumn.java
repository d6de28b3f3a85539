package nl.betekenisvolmeten.indicators.formats.output;

import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * A column of a table of results: a column in CSV, a property of each row in JSON, and a field in a Data Package.
 *
 * @param name its name, the same in every kind of file and every language
 * @param type what its cells are
 * @param description what they mean
 */
public record ResultColumn(String name, Type type, LocalizedText description) {

    /** What the cells of a column are. */
    public enum Type {
        /** Words or codes. */
        TEXT("string"),
        /** Whole numbers. */
        INTEGER("integer"),
        /** Numbers, with a point before decimals. */
        NUMBER("number");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /**
         * Returns the name of the type in a Table Schema.
         *
         * @return such as {@code number}
         */
        public String code() {
            return code;
        }
    }
}
