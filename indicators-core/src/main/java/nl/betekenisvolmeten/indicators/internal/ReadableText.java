package nl.betekenisvolmeten.indicators.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts and numbers for people, in one language. Immutable. */
public final class ReadableText {

    private static final String BUNDLE = "nl.betekenisvolmeten.indicators.internal.texts";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    /** Exact figures keep this many decimals. */
    private static final int KEPT_DECIMALS = 2;

    private static final BigDecimal HUGE = new BigDecimal("1E18");
    private static final BigDecimal TINY = new BigDecimal("1E-6");

    private final ResourceBundle bundle;
    private final char point;
    private final char group;

    private ReadableText(Locale locale) {
        bundle = ResourceBundle.getBundle(BUNDLE, locale);
        // not those of the JDK: a JRE may come without the data of other languages than English
        point = bundle.getString("number.decimal").charAt(0);
        group = bundle.getString("number.thousands").charAt(0);
    }

    /**
     * Returns the texts of a language.
     *
     * @param locale Dutch or English
     * @return the texts
     */
    public static ReadableText of(Locale locale) {
        return new ReadableText(locale);
    }

    /**
     * Returns a text.
     *
     * @param key its key in the bundle
     * @param arguments what stands for {0}, {1} and so on
     * @return the text
     */
    public String text(String key, Object... arguments) {
        Matcher matcher = ARGUMENT.matcher(bundle.getString(key));
        return matcher.replaceAll(
                match -> Matcher.quoteReplacement(arguments[Integer.parseInt(match.group(1))].toString()));
    }

    /**
     * Returns a text that differs between one and several.
     *
     * @param key the start of its keys, which end in {@code .one} and {@code .more}
     * @param text what stands for {0}
     * @param count how many, for {1}
     * @return the text
     */
    public String count(String key, String text, long count) {
        return text(key + (count == 1 ? ".one" : ".more"), text, number(BigDecimal.valueOf(count)));
    }

    /**
     * Returns a number to read: all decimals where there are two or fewer, otherwise as many as say something.
     *
     * @param number the number
     * @return such as {@code 1.234,5}
     */
    public String number(BigDecimal number) {
        return number(number, RoundingMode.HALF_UP);
    }

    /**
     * Returns bounds to read, rounded outwards.
     *
     * @param lower the lower bound
     * @param upper the upper bound
     * @return both, or one number where they read the same
     */
    public String bounds(BigDecimal lower, BigDecimal upper) {
        String from = number(lower, RoundingMode.FLOOR);
        String to = number(upper, RoundingMode.CEILING);
        return from.equals(to) ? from : text("bounds", from, to);
    }

    /**
     * Returns that a number is not known, as a part did not come in.
     *
     * @return the words
     */
    public String incomplete() {
        return text("value.incomplete");
    }

    /**
     * Returns what is known of a number when a part did not come in, with the bound rounded down.
     *
     * @param lower the lower bound
     * @return such as {@code ten minste 277 (niet volledig)}
     */
    public String incomplete(BigDecimal lower) {
        return text("value.incomplete.known", text("least", number(lower, RoundingMode.FLOOR)));
    }

    /**
     * Returns what is known of a number when a part did not come in, with bounds rounded outwards.
     *
     * @param lower the lower bound
     * @param upper the upper bound
     * @return such as {@code ten minste 277 en ten hoogste 6.719 (niet volledig)}
     */
    public String incomplete(BigDecimal lower, BigDecimal upper) {
        return text("value.incomplete.known", bounds(lower, upper));
    }

    private String number(BigDecimal number, RoundingMode rounding) {
        BigDecimal size = number.abs();
        if (size.signum() != 0 && (size.compareTo(HUGE) >= 0 || size.compareTo(TINY) < 0)) {
            return scientific(number.round(new MathContext(3, rounding)).stripTrailingZeros());
        }
        return grouped(rounded(number, rounding).toPlainString());
    }

    private static BigDecimal rounded(BigDecimal number, RoundingMode rounding) {
        BigDecimal exact = number.stripTrailingZeros();
        if (exact.scale() <= KEPT_DECIMALS) {
            return exact;
        }
        if (number.abs().compareTo(BigDecimal.ONE) < 0) {
            return number.round(new MathContext(2, rounding));
        }
        return number.setScale(number.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1, rounding);
    }

    private String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        String digits = number.scaleByPowerOfTen(-exponent).toPlainString();
        return digits.replace('.', point) + " × 10^" + exponent;
    }

    private String grouped(String plain) {
        int dot = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (dot >= 0) {
            text.setCharAt(dot, point);
        }
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = (dot < 0 ? plain.length() : dot) - 3; at > first; at -= 3) {
            text.insert(at, group);
        }
        return text.toString();
    }
}
