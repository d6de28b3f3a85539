package nl.betekenisvolmeten.indicators.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.RowTaker;
import nl.betekenisvolmeten.indicators.validation.internal.BulkAccess;
import nl.betekenisvolmeten.indicators.validation.internal.SeenKeys;
import org.jspecify.annotations.Nullable;

/**
 * Applies a format's rules to rows of text. Immutable and thread-safe; a {@link ValidationRun} belongs to one delivery
 * and one thread.
 */
public final class Validator {

    static {
        BulkAccess.register(new BatchAccess());
    }

    private final RuleSet rules;
    private final Leniency leniency;
    private final @Nullable LocalDate day;
    private final Map<ColumnName, Function<String, List<Finding>>> texts;

    private Validator(
            RuleSet rules,
            Leniency leniency,
            @Nullable LocalDate day,
            Map<ColumnName, Function<String, List<Finding>>> texts) {
        this.texts = Map.copyOf(texts);
        this.rules = rules;
        this.leniency = leniency;
        this.day = day;
    }

    /**
     * Returns a validator.
     *
     * @param rules the format's rules
     * @param leniency how strictly notations are judged
     * @return the validator
     */
    public static Validator of(RuleSet rules, Leniency leniency) {
        return new Validator(rules, leniency, null, Map.of());
    }

    /**
     * Returns a validator with {@link Leniency#STANDARD}.
     *
     * @param rules the format's rules
     * @return the validator
     */
    public static Validator of(RuleSet rules) {
        return new Validator(rules, Leniency.STANDARD, null, Map.of());
    }

    /**
     * Returns a copy that warns of periods that begin after a day ({@code TF-V10}): nothing of them can be known yet.
     *
     * @param newDay the day of the check
     * @return the validator
     */
    public Validator withDay(LocalDate newDay) {
        return new Validator(rules, leniency, newDay, texts);
    }

    /**
     * Returns a copy that also checks texts for what a reader would notice. Each finding gets the place and the column
     * of its cell; a finding of severity error keeps the row from passing.
     *
     * @param newTexts the checks of texts, by column
     * @return the validator
     */
    public Validator withTexts(Map<ColumnName, Function<String, List<Finding>>> newTexts) {
        return new Validator(rules, leniency, day, newTexts);
    }

    /** Returns the checks of texts, by column. */
    Map<ColumnName, Function<String, List<Finding>>> texts() {
        return texts;
    }

    /** Returns the day of the check; empty if it does not matter. */
    Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /**
     * Returns the rules that it applies.
     *
     * @return the rules
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Returns how strictly it judges notations.
     *
     * @return the setting
     */
    public Leniency leniency() {
        return leniency;
    }

    /**
     * Starts on a delivery.
     *
     * @param place the delivery; rows are named in it
     * @param found takes each finding, in the order of rows and columns
     * @param accepted takes each row without an error
     * @return a run to feed rows to
     */
    public ValidationRun start(Location place, Consumer<Finding> found, RowTaker accepted) {
        return new ValidationRun(this, SeenKeys.DEFAULT_LIMIT, place, found, accepted);
    }

    /**
     * Starts on a delivery, with a limit on the memory for finding rows with the same key.
     *
     * @param place the delivery; rows are named in it
     * @param found takes each finding, in the order of rows and columns
     * @param accepted takes each row without an error
     * @param keyLimit how many different keys are remembered; when reached, a finding says so
     * @return a run to feed rows to
     * @throws IllegalArgumentException if the limit is not positive
     */
    public ValidationRun start(Location place, Consumer<Finding> found, RowTaker accepted, int keyLimit) {
        if (keyLimit <= 0) {
            throw new IllegalArgumentException("keyLimit must be positive: " + keyLimit);
        }
        return new ValidationRun(this, keyLimit, place, found, accepted);
    }

    /**
     * Checks one row by itself, such as a form or a bean.
     *
     * @param cells the cells by column; an absent one is empty
     * @return what is wrong with it; empty when it is good
     * @throws IllegalArgumentException if a column is not one of the format's
     */
    public List<Finding> check(Map<ColumnName, String> cells) {
        String[] texts = new String[rules.columns().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells.getOrDefault(rules.columns().get(i).name(), "");
        }
        for (ColumnName name : cells.keySet()) {
            if (rules.index(name).isEmpty()) {
                throw new IllegalArgumentException("no column " + name + " in " + rules.id());
            }
        }
        List<Finding> findings = new ArrayList<>();
        new ValidationRun(this, 1, Location.nowhere(), findings::add, any -> {}).single(texts);
        return List.copyOf(findings);
    }
}
