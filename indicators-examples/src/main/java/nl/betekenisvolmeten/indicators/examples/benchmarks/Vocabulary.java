package nl.betekenisvolmeten.indicators.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.examples.sample.Places;
import nl.betekenisvolmeten.indicators.examples.sample.SampleActivity;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.Rule;

/** All cells that good rows are made of, as bytes, so that a row is put together without making texts. */
final class Vocabulary {

    /** Counts and quarters of an hour are below this. */
    static final int NUMBERS = 1_000;

    private static final int ORGANISATIONS = 500;
    private static final int FIRST_KVK = 91_000_003;
    private static final int SAME_NAME = 150;
    private static final int QUARTERS = 4;

    /** In every wijk as many people of every age live as a row may count. */
    private static final int LEAST_INHABITANTS = 100;

    final byte[][] organisations = texts(ORGANISATIONS, i -> Integer.toString(FIRST_KVK + 8 * i));
    final byte[][] wijken;
    final byte[][] stadsdelen;
    final byte[][] quarters;
    final byte[][] activities;
    final byte[][] kinds;
    final byte[][] ambitions;
    final byte[][] targets;
    /** For each target group the age groups that go with it. */
    final byte[][][] ages;

    final byte[][] numbers = texts(NUMBERS, Integer::toString);
    final byte[][] hours =
            texts(NUMBERS, i -> i / 4 + List.of("", ",25", ",5", ",75").get(i % 4));
    final byte[][] explanations = texts(
            "In de vakantie waren we twee weken dicht.",
            "De zaal was een maand niet beschikbaar.",
            "Meer aanmeldingen dan plaatsen, er is een wachtlijst.",
            "\"Samen met de \"\"Voorbeeldkeuken\"\"; vaste groep.\"",
            "Nieuwe groep, begonnen halverwege het kwartaal.");

    Vocabulary(FormatDefinition format) {
        Places places = Places.of(format);
        List<AreaCode> roomy = roomyWijken(places, codes(format, "leeftijdsgroep"));
        wijken = texts(roomy.size(), i -> roomy.get(i).value());
        stadsdelen = texts(roomy.size(), i -> places.stadsdeel(roomy.get(i)));
        quarters = quarters(format);
        List<SampleActivity> samples = SampleActivity.all().stream()
                .filter(activity -> activity.name().indexOf(';') < 0)
                .toList();
        int names = samples.size();
        activities = texts(names * SAME_NAME, i -> samples.get(i % names).name() + " " + (i / names + 1));
        kinds = texts(activities.length, i -> samples.get(i % names).kind());
        ambitions = texts(activities.length, i -> samples.get(i % names).ambition());
        List<String> targetCodes = codes(format, "doelgroep");
        targets = texts(targetCodes.size(), targetCodes::get);
        ages = targetCodes.stream().map(target -> ages(format, target)).toArray(byte[][][]::new);
    }

    private static List<AreaCode> roomyWijken(Places places, List<String> ages) {
        return places.wijken(LEAST_INHABITANTS).stream()
                .filter(wijk ->
                        ages.stream().allMatch(age -> places.atMost(wijk, age).orElse(0) >= LEAST_INHABITANTS))
                .toList();
    }

    /** Returns the first quarters for which the format is valid. */
    private static byte[][] quarters(FormatDefinition format) {
        Period first = format.validity().from().orElseThrow();
        List<Period> periods =
                Stream.iterate(first, Period::next).limit(QUARTERS).toList();
        return texts(periods.size(), i -> periods.get(i).code());
    }

    private static byte[][] ages(FormatDefinition format, String target) {
        List<String> codes = new ArrayList<>(codes(format, "leeftijdsgroep"));
        for (Rule rule : format.ruleSet().rules()) {
            if (rule instanceof Rule.NotTogether pairs) {
                codes.removeIf(age ->
                        Optional.ofNullable(pairs.pairs().get(target)).stream().anyMatch(not -> not.contains(age)));
            }
        }
        return texts(codes.size(), codes::get);
    }

    private static List<String> codes(FormatDefinition format, String column) {
        Codelist codes = format.column(ColumnName.of(column)).stream()
                .map(one -> one.rule().type())
                .filter(ColumnType.Code.class::isInstance)
                .map(type -> ((ColumnType.Code) type).codes())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no codes in column " + column));
        return codes.items().stream().map(Codelist.Item::code).toList();
    }

    private static byte[][] texts(String... texts) {
        return texts(texts.length, i -> texts[i]);
    }

    private static byte[][] texts(int count, IntFunction<String> text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.apply(i).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
