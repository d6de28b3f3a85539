package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that an organisation does, with what an ordinary quarter of it looks like in a wijk of ordinary size.
 *
 * @param kind its code in {@code activiteitsoort}
 * @param ambition its code in {@code ambitie}
 * @param name its name
 * @param target its code in {@code doelgroep}
 * @param ages who comes, by age group
 * @param meetings how often it is held
 * @param participants how many people come
 * @param visits how often one of them comes
 * @param volunteers how many people help
 * @param referrals the maximum number of hand-overs of a row
 * @param explanation a text for the reader; may be empty
 */
public record SampleActivity(
        String kind,
        String ambition,
        String name,
        String target,
        List<AgeShare> ages,
        int meetings,
        int participants,
        int visits,
        int volunteers,
        int referrals,
        String explanation) {

    public SampleActivity {
        ages = List.copyOf(ages);
    }

    /**
     * An age group's part of those who come.
     *
     * @param code its code in {@code leeftijdsgroep}
     * @param weight its part, of the {@linkplain SampleActivity#weights() sum of the weights}
     */
    public record AgeShare(String code, int weight) {

        private static AgeShare parse(String text) {
            int colon = text.lastIndexOf(':');
            return new AgeShare(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    /**
     * Returns the weights of all age groups.
     *
     * @return their sum
     */
    public int weights() {
        return ages.stream().mapToInt(AgeShare::weight).sum();
    }

    /**
     * Returns all activities that occur in sample deliveries.
     *
     * @return the activities, in a fixed order
     */
    public static List<SampleActivity> all() {
        return Resources.table("activities.tsv").stream()
                .map(SampleActivity::from)
                .toList();
    }

    private static SampleActivity from(List<String> cells) {
        return new SampleActivity(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Stream.of(cells.get(4).split(" ", -1)).map(AgeShare::parse).toList(),
                Integer.parseInt(cells.get(5)),
                Integer.parseInt(cells.get(6)),
                Integer.parseInt(cells.get(7)),
                Integer.parseInt(cells.get(8)),
                Integer.parseInt(cells.get(9)),
                cells.get(10));
    }
}
