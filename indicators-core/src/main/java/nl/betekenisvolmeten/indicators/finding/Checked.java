package nl.betekenisvolmeten.indicators.finding;

import java.util.Optional;
import java.util.function.Function;

/**
 * What was read, and what was found while reading: the good part and the findings together. There is no value when
 * nothing could be read.
 *
 * @param <T> what was read
 * @param value the good part of what was read; empty when the findings say why there is nothing
 * @param findings what was found
 */
public record Checked<T>(Optional<T> value, Findings findings) {

    /** @throws IllegalArgumentException if there is neither a value nor an error */
    public Checked {
        if (value.isEmpty() && !findings.hasErrors()) {
            throw new IllegalArgumentException("an absent value must have an error that says why: " + findings);
        }
    }

    /**
     * Returns a value and what was found.
     *
     * @param <T> what was read
     * @param value the value
     * @param findings what was found
     * @return both
     */
    public static <T> Checked<T> of(T value, Findings findings) {
        return new Checked<>(Optional.of(value), findings);
    }

    /**
     * Returns findings without a value.
     *
     * @param <T> what would have been read
     * @param findings why, with at least one error
     * @return the findings
     * @throws IllegalArgumentException if there is no error
     */
    public static <T> Checked<T> none(Findings findings) {
        return new Checked<>(Optional.empty(), findings);
    }

    /**
     * Returns what was read, where nothing is wrong with it. The good part of what has errors is {@link #value}.
     *
     * @return what was read
     * @throws IllegalStateException if there is an error; the message says how many, and the code and place of the first
     */
    public T orThrow() {
        if (findings.hasErrors()) {
            throw new IllegalStateException(errors());
        }
        return value.orElseThrow();
    }

    private String errors() {
        String first = findings.folded().stream()
                .map(Findings.FoldedFinding::first)
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> "; first " + finding.code() + " at "
                        + finding.location().toText(Language.EN))
                .orElse("");
        return "errors in what was read: " + findings.count(Severity.ERROR) + first;
    }

    /**
     * Returns the same findings with another value.
     *
     * @param <U> the other type
     * @param function makes the other value
     * @return both
     */
    public <U> Checked<U> map(Function<? super T, ? extends U> function) {
        return new Checked<>(value.map(function), findings);
    }
}
