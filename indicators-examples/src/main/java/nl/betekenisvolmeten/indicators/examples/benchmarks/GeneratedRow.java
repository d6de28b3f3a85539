package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.betekenisvolmeten.indicators.examples.sample.Noise;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/** A row, made anew for each number: the same number always gives the same row, and no two have the same key. */
final class GeneratedRow {

    /** Every activity of an organisation has a row for so many age groups. */
    private static final int AGES = 4;

    /** Steps of this part of a circle come everywhere, and soon: the golden section. */
    private static final double GOLDEN = 0.6180339887498949;

    /** Up to here the product of two numbers is a long. */
    private static final long MOST_COMBINATIONS = 3_000_000_000L;

    private static final byte[] EMPTY = {};

    private final RuleSet format;
    private final Vocabulary words;
    private final long seed;
    private final long combinations;
    private final long stride;
    private final byte[][] cells;
    private final int organisation;
    private final int stadsdeel;
    private final int wijk;
    private final int period;
    private final int ambition;
    private final int kind;
    private final int activity;
    private final int target;
    private final int age;
    private final int meetings;
    private final int visits;
    private final int unique;
    private final int fresh;
    private final int volunteers;
    private final int hours;
    private final int referrals;
    private final int explanation;
    private int persons;

    GeneratedRow(FormatDefinition definition, long seed) {
        format = definition.ruleSet();
        words = new Vocabulary(definition);
        this.seed = seed;
        combinations = (long) words.organisations.length
                * words.wijken.length
                * words.quarters.length
                * words.activities.length
                * words.targets.length;
        if (combinations > MOST_COMBINATIONS) {
            throw new IllegalArgumentException("too many combinations: " + combinations);
        }
        stride = stride(combinations);
        cells = new byte[format.columns().size()][];
        organisation = column("organisatie");
        stadsdeel = column("stadsdeel");
        wijk = column("wijk");
        period = column("periode");
        ambition = column("ambitie");
        kind = column("activiteitsoort");
        activity = column("activiteit");
        target = column("doelgroep");
        age = column("leeftijdsgroep");
        meetings = column("bijeenkomsten");
        visits = column("bezoeken");
        unique = column("unieke_deelnemers");
        fresh = column("nieuwe_deelnemers");
        volunteers = column("vrijwilligers");
        hours = column("vrijwilligersuren");
        referrals = column("doorverwijzingen");
        explanation = column("toelichting");
    }

    /** Returns a step that visits each combination once before it returns to the first. */
    private static long stride(long combinations) {
        long stride = (long) (combinations * GOLDEN);
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(combinations)).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }

    private int column(String name) {
        return format.index(ColumnName.of(name))
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + format.id()));
    }

    /** Returns the maximum number of rows. */
    long upper() {
        return combinations * AGES;
    }

    /** Fills this row with the cells of the row with a number. */
    void become(long number) {
        Arrays.fill(cells, EMPTY);
        putCodes(number);
        putNumbers(Noise.of(seed, number));
    }

    private void putCodes(long number) {
        long rest = number / AGES * stride % combinations;
        int place = (int) (rest % words.wijken.length);
        rest /= words.wijken.length;
        int what = (int) (rest % words.activities.length);
        rest /= words.activities.length;
        int whom = (int) (rest % words.targets.length);
        rest /= words.targets.length;
        cells[stadsdeel] = words.stadsdelen[place];
        cells[wijk] = words.wijken[place];
        cells[activity] = words.activities[what];
        cells[kind] = words.kinds[what];
        cells[ambition] = words.ambitions[what];
        cells[target] = words.targets[whom];
        byte[][] ages = words.ages[whom];
        cells[age] = ages[(int) ((number / AGES + number % AGES) % ages.length)];
        cells[period] = words.quarters[(int) (rest % words.quarters.length)];
        cells[organisation] = words.organisations[(int) (rest / words.quarters.length)];
    }

    private void putNumbers(Noise noise) {
        int held = noise.between(2, 13);
        persons = noise.between(2, 60);
        int helpers = Math.max(0, noise.between(-2, 5));
        cells[meetings] = words.numbers[held];
        cells[visits] = words.numbers[persons + noise.between(0, persons * (held - 1))];
        cells[unique] = words.numbers[persons];
        cells[fresh] = noise.between(1, 8) == 1 ? EMPTY : words.numbers[noise.between(0, persons)];
        cells[volunteers] = words.numbers[helpers];
        cells[hours] = words.hours[helpers * held * noise.between(2, 10)];
        cells[referrals] = words.numbers[noise.between(0, 3)];
        if (noise.between(1, 4) == 1) {
            cells[explanation] = words.explanations[noise.between(0, words.explanations.length - 1)];
        }
    }

    /** Returns the number of unique participants of the row, which is at least 2. */
    int persons() {
        return persons;
    }

    void set(String name, String text) {
        cells[column(name)] = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces the stadsdeel by another; the wijk, which is part of the key, stays the same. */
    void nameOtherStadsdeel() {
        byte[] own = cells[stadsdeel];
        for (byte[] other : words.stadsdelen) {
            if (!Arrays.equals(own, other)) {
                cells[stadsdeel] = other;
                return;
            }
        }
    }

    /** Writes the row, with its line feed, into a buffer; returns where it ends. */
    int writeTo(byte[] buffer, int start) {
        int end = start;
        for (byte[] cell : cells) {
            System.arraycopy(cell, 0, buffer, end, cell.length);
            end += cell.length;
            buffer[end++] = ';';
        }
        buffer[end - 1] = '\n';
        return end;
    }
}
