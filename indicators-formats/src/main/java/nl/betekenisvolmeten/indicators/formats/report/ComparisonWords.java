package nl.betekenisvolmeten.indicators.formats.report;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.ComparisonOptions;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.statistics.BudgetByNeed;
import nl.betekenisvolmeten.indicators.statistics.Interval;

/** The words of a comparison's page in one language. Numbers are written as the library writes them for people. */
final class ComparisonWords {

    /** Why there is no figure, or only part of one. */
    private static final Set<Judgement.Reason> OF_A_FIGURE = EnumSet.of(
            Judgement.Reason.MISSING,
            Judgement.Reason.REFUSED,
            Judgement.Reason.ZERO_DENOMINATOR,
            Judgement.Reason.NOT_COMPARABLE,
            Judgement.Reason.CONTRADICTION,
            Judgement.Reason.INCOMPLETE);

    /** Maximum number of areas to name; more are counted. */
    static final int NAMED = 5;

    private static final Pattern PERIOD = Pattern.compile("\\b\\d{4}(?:JJ00|HJ0[12]|KW0[1-4]|MM(?:0[1-9]|1[0-2]))\\b");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private final Language language;
    private final ResourceBundle bundle;

    ComparisonWords(Language language) {
        this.language = language;
        bundle = ResourceBundle.getBundle(
                "nl.betekenisvolmeten.indicators.formats.report.comparison", language.locale());
    }

    Language language() {
        return language;
    }

    /** Returns a text with its arguments, which are texts. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** Returns a column with a heading, whose cells have a style. */
    Block.Column column(String key, String style) {
        return new Block.Column(of(key), style);
    }

    /** Returns a page that says at both ends what it is for, with a lead in its header. */
    List<Block> layout(String title, String purpose, String version, List<Block> lead, List<Block> blocks) {
        List<Block> header = new ArrayList<>(header(title, purpose));
        header.addAll(lead);
        List<Block> all = new ArrayList<>(List.of(Block.group("header", header)));
        all.addAll(blocks);
        all.add(Block.group("footer", List.of(Block.paragraph("", of("footer", version, purpose)))));
        return all;
    }

    /** Returns the title of an internal page with its purpose. */
    List<Block> header(String title, String purpose) {
        return List.of(Block.heading(1, title), Block.paragraph("verdict warning", of("purpose", purpose)));
    }

    /** Returns a text with different forms for one and several. */
    String count(String key, long count, Object... more) {
        return of(key + (count == 1 ? ".one" : ".more"), all(number(count), more));
    }

    /** Returns a text with pieces: lists of pieces, pieces, numbers that were counted, and texts. */
    List<Run> runs(String key, Object... arguments) {
        List<Run> runs = new ArrayList<>();
        String pattern = bundle.getString(key);
        Matcher matcher = ARGUMENT.matcher(pattern);
        int from = 0;
        while (matcher.find()) {
            plain(pattern.substring(from, matcher.start()), runs);
            add(arguments[Integer.parseInt(matcher.group(1))], runs);
            from = matcher.end();
        }
        plain(pattern.substring(from), runs);
        return runs;
    }

    private static void plain(String text, List<Run> runs) {
        Run.add(runs, List.of(new Run.Text(text)));
    }

    private void add(Object argument, List<Run> runs) {
        if (argument instanceof Run run) {
            Run.add(runs, List.of(run));
        } else if (argument instanceof List<?> more) {
            more.forEach(one -> add(one, runs));
        } else if (argument instanceof Number number) {
            runs.add(new Run.Count(number(number.longValue())));
        } else {
            plain(argument.toString(), runs);
        }
    }

    /** Returns a text as {@link #runs} does, with different forms for one and several. */
    List<Run> counted(String key, long count, Object... more) {
        return runs(key + (count == 1 ? ".one" : ".more"), all(count, more));
    }

    private static Object[] all(Object first, Object... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
    }

    /** Returns a text that was made elsewhere, in which each number was counted. */
    static List<Run> counted(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            plain(text.substring(from, matcher.start()), runs);
            runs.add(new Run.Count(matcher.group()));
            from = matcher.end();
        }
        plain(text.substring(from), runs);
        return runs;
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()));
    }

    String number(long number) {
        return CellValue.of(number).toText(language);
    }

    String number(double number) {
        return CellValue.of(number).toText(language);
    }

    String percentage(double share) {
        return CellValue.of(BigDecimal.valueOf(share).movePointRight(2)).toText(language);
    }

    /** Returns whole percentages that add up to 100, by the rule that spreads a budget to the cent. */
    static List<Long> percentages(List<BigDecimal> parts) {
        List<BudgetByNeed.Area> shares = new ArrayList<>();
        parts.forEach(part -> shares.add(
                new BudgetByNeed.Area(String.format(Locale.ROOT, "%09d", shares.size()), part.doubleValue(), 0)));
        return BudgetByNeed.of(100, shares).areas().stream()
                .map(BudgetByNeed.Allocation::byNeed)
                .toList();
    }

    String value(CellValue value) {
        return value.toText(language);
    }

    /** Returns the value of an area; an area with deliveries but without a number is not reported as undelivered. */
    String value(Comparison.Row row) {
        return isEmpty(row) ? of("value.empty") : value(row.figure().value());
    }

    /** Returns whether there are deliveries about an area but none of them has a number that counts. */
    private static boolean isEmpty(Comparison.Row row) {
        return row.figure().value() instanceof CellValue.Missing
                && row.figure()
                        .coverage()
                        .filter(coverage -> coverage.reported() > 0)
                        .isPresent();
    }

    String interval(Interval interval) {
        return of("interval", number(interval.lower()), number(interval.upper()));
    }

    /** Returns the figure of an area with its interval. */
    String figure(Comparison.Row row) {
        String value = value(row.figure().value());
        return row.figure()
                .uncertainty()
                .interval()
                .map(limits -> value + " (" + interval(limits) + ")")
                .orElse(value);
    }

    /** Returns the word for areas of a level. */
    String areas(AreaLevel level, long count) {
        return of("level." + level + (count == 1 ? ".one" : ".more"));
    }

    /** Returns the reference in words; if it is another area, its name is among the rows. */
    String reference(Comparison.Row row, List<Comparison.Row> rows) {
        ComparisonOptions.Reference reference = row.contrast().reference();
        if (reference instanceof ComparisonOptions.Reference.OtherArea other) {
            return rows.stream()
                    .map(one -> one.key().area())
                    .filter(area -> area.code().equals(other.area()))
                    .map(area -> PrintableText.text(area.name()))
                    .findFirst()
                    .orElse(reference.code());
        }
        return of("reference." + reference.code());
    }

    /** Returns the name of an indicator, with its unit unless the name includes it. */
    String indicator(String key, Indicator indicator) {
        String name = indicator.name().in(language);
        String unit = indicator.unit().in(language);
        return name.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT)) ? name : of(key, name, unit);
    }

    String judgement(Judgement judgement) {
        return of("judgement." + judgement);
    }

    String reason(Judgement.Reason reason) {
        return of("reason." + reason);
    }

    /** Returns why a row has no verdict: the row itself may have a figure while its reference has none. */
    String reason(Comparison.Row row, Judgement.Reason reason) {
        CellValue own = row.figure().value();
        if (reason == Judgement.Reason.MISSING && isEmpty(row)) {
            return of("reason.MISSING.empty");
        }
        if (reason == Judgement.Reason.BOUNDS && own.exact().isPresent()) {
            return of("reason.BOUNDS.reference");
        }
        boolean reference = OF_A_FIGURE.contains(reason) && own.lowerBound().isPresent();
        return reference ? of("reason.reference", reason(reason)) : reason(reason);
    }

    /** Returns a text in which codes of periods are replaced with words. */
    String withPeriods(String text) {
        return PERIOD.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Period.ofCode(code.group()).label(language)));
    }

    /** Returns the names, or how many there are. */
    String names(List<Comparison.Row> rows) {
        return names(
                rows.get(0).key().area().code().level(),
                rows.stream()
                        .map(row -> PrintableText.text(row.key().area().name()))
                        .toList());
    }

    /** Returns the names of areas of a level, or their number. */
    String names(AreaLevel level, List<String> names) {
        if (names.size() > NAMED) {
            return number(names.size()) + " " + areas(level, names.size());
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : of("and", String.join(", ", names.subList(0, last)), names.get(last));
    }
}
