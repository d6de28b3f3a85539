package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.Period;

/** Thinks of the figures of one activity in one wijk and quarter: nearly those of the quarter before. */
final class RowMaker {

    private static final int ORDINARY_WIJK = 18_000;
    private static final int FIRST_YEAR = 2026;
    private static final int SUMMER = 3;

    private final Places places;
    private final SampleOrganisation organisation;
    private final AreaCode wijk;
    private final Period quarter;
    private final SampleActivity activity;
    private final long[] subject;

    RowMaker(
            Places places,
            SampleOrganisation organisation,
            AreaCode wijk,
            Period quarter,
            SampleActivity activity,
            long seed) {
        this.places = places;
        this.organisation = organisation;
        this.wijk = wijk;
        this.quarter = quarter;
        this.activity = activity;
        subject = new long[] {
            seed,
            Long.parseLong(organisation.kvk().value()),
            wijk.value().hashCode(),
            activity.name().hashCode()
        };
    }

    /** Returns the cells of an age group by column; empty if nobody of that age comes. */
    Optional<Map<String, String>> row(int age) {
        SampleActivity.AgeShare share = activity.ages().get(age);
        int persons = persons(share, age);
        if (persons == 0) {
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        cells.put("organisatie", organisation.kvk().value());
        cells.put("stadsdeel", places.stadsdeel(wijk));
        cells.put("wijk", wijk.value());
        cells.put("periode", quarter.code());
        cells.put("ambitie", activity.ambition());
        cells.put("activiteitsoort", activity.kind());
        cells.put("activiteit", activity.name());
        cells.put("doelgroep", activity.target());
        cells.put("leeftijdsgroep", share.code());
        cells.put("toelichting", age == 0 ? activity.explanation() : "");
        putNumbers(cells, age, persons);
        return Optional.of(cells);
    }

    private void putNumbers(Map<String, String> cells, int age, int persons) {
        Noise now = noise(age, quarterNumber());
        int meetings = meetings();
        double timesEach = Math.max(1, Math.min(meetings, activity.visits() * now.factor(15)));
        int fresh = (int) Math.round(persons * now.between(15, 35) / 100.0);
        int volunteers = share(activity.volunteers(), age);
        cells.put("bijeenkomsten", Integer.toString(meetings));
        cells.put("bezoeken", Long.toString(Math.round(persons * timesEach)));
        cells.put("unieke_deelnemers", Integer.toString(persons));
        cells.put("nieuwe_deelnemers", isCounted(age) ? Integer.toString(fresh) : "");
        cells.put("bezoeken_zonder_naam", "0");
        cells.put(
                "deelnemers_uit_stadsdeel",
                Long.toString(
                        Math.round(persons * noise(age, 200 + quarterNumber()).between(75, 98) / 100.0)));
        cells.put("vrijwilligers", Integer.toString(volunteers));
        cells.put("vrijwilligersuren", hours(volunteers * meetings * now.between(5, 11)));
        cells.put("doorverwijzingen", Integer.toString(now.between(0, activity.referrals())));
    }

    private int persons(SampleActivity.AgeShare share, int age) {
        double size =
                Math.max(0.4, Math.min(2, places.inhabitants(wijk).orElse(ORDINARY_WIJK) / (double) ORDINARY_WIJK));
        double expected = activity.participants() * size * share.weight() / activity.weights();
        double trend = 1 + 0.03 * Math.min(8, quarterNumber());
        double persons = expected
                * trend
                * noise(age, -1).factor(30)
                * noise(age, 100 + quarterNumber()).factor(8);
        long bound = places.atMost(wijk, share.code()).orElse(0) / 20;
        return (int) Math.min(bound, Math.max(1, Math.round(persons)));
    }

    /** Returns how often the activity was held: the same number in each of its rows, whatever the attendance. */
    private int meetings() {
        double season = quarter.index() == SUMMER ? 0.85 : 1;
        return Math.max(
                1, (int) Math.round(activity.meetings() * season * noise(-1, -1).factor(15)));
    }

    private int share(int total, int age) {
        return (int) Math.round(total * activity.ages().get(age).weight() / (double) activity.weights());
    }

    /** Returns whether a row contains the number of new persons; one in ten does not, the same ones every quarter. */
    private boolean isCounted(int age) {
        return noise(age, -2).between(1, 10) > 1;
    }

    private static String hours(int quarters) {
        String[] decimals = {"", ",25", ",5", ",75"};
        return quarters / 4 + decimals[quarters % 4];
    }

    private int quarterNumber() {
        return 4 * (quarter.year() - FIRST_YEAR) + quarter.index() - 1;
    }

    private Noise noise(int age, int moment) {
        return Noise.of(subject[0], subject[1], subject[2], subject[3], age, moment);
    }
}
