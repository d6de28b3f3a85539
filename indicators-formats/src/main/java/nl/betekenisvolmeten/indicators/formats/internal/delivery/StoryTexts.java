package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.validation.ColumnRule;
import nl.betekenisvolmeten.indicators.validation.ColumnType;
import nl.betekenisvolmeten.indicators.validation.RuleSet;

/**
 * Checks stories for what a reader would notice: that someone may be recognisable, and that an indicator does not
 * exist. Persons are detected by patterns in Dutch text, which may be wrong, so this gives a warning.
 */
public final class StoryTexts {

    private static final String FORMAT = "impactverhaal";
    private static final ColumnName INDICATORS = ColumnName.of("indicatoren");
    private static final FindingCode RECOGNISABLE = FindingCode.of("IV-P02");
    private static final FindingCode UNKNOWN = FindingCode.of("IV-R04");
    private static final FindingCode NO_CONSENT = FindingCode.of("IV-R01");
    private static final ColumnName CONSENT_UNTIL = ColumnName.of("toestemming_tot");
    private static final String NAME = "\\p{Lu}[\\p{L}'\u2019-]+";

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("\\p{Z}");
    /** A single person; people of an age group are named in the plural. */
    private static final String PERSON =
            "(?:vrouw|man|meisje|jongen|jongeman|dame|heer|kind|zoon|dochter|moeder|vader|broer|zus|opa|oma|weduwe|weduwnaar"
                    + "|buurvrouw|buurman|bewoner|bewoonster|inwoner|inwoonster|deelnemer|deelneemster|client|cli\u00ebnt"
                    + "|mantelzorger|vrijwilliger|vrijwilligster|jongere|tiener|student|studente|iemand)";

    /** Traits that may make someone recognisable. The message catalogue has a word for each. */
    public enum Trait {
        /** A form of address, a relation or a role that is followed by a name. */
        NAME,
        /** A street with a house number. */
        STREET,
        /** An age in years. */
        AGE
    }

    private static final Map<Trait, Pattern> TRAITS = new EnumMap<>(
            Map.of(
                    Trait.NAME,
                    Pattern.compile(
                            "(?<!\\p{L})(?:[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.?|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]hr\\.?|[Hh]r\\.?"
                                    + "|[Jj]uffrouw|[Ff]amilie|[Ff]am\\.|[Dd]okter|[Dd]r\\.?|[Oo]pa|[Oo]ma|[Tt]ante|[Oo]om|[Bb]uurvrouw|[Bb]uurman"
                                    + "|[Gg]ezin|[Vv]ader|[Mm]oeder|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us|[Ww]ijkagent|[Pp]astoor|[Dd]ominee|[Ii]mam"
                                    + "|[Zz]uster|[Jj]uf|[Vv]rijwillig(?:er|ster)|(?:[Ii]k|[Zz]ij|[Zz]e|[Hh]ij)\\s+(?:heet|heette))"
                                    + "\\s+(?:(?:de|den|der|van|ten|ter|te|el|al|ben|'t|\\p{Lu}\\.)\\s*){0,4}"
                                    + NAME),
                    Trait.STREET,
                    Pattern.compile("(?<!\\p{L})(?:" + NAME
                            + "(?:weg|hof|pad|dijk|markt|kamp|park|ring|wal|veld|dreef|plantsoen|haven|boulevard|allee|hage|oord|zicht)"
                            + "|\\p{L}[\\p{L}'\u2019-]+(?:straat|laan|plein|gracht|kade|singel|steeg)"
                            + "|(?:Laan|Plein|Weg|Straat|Kade|Park|Hof)(?:\\s+(?:van|der|de|den|het|op|aan|ten|ter)){0,3}(?:\\s+"
                            + NAME + "){1,3})\\s+(?:nr\\.?\\s*|nummer\\s+)?\\d{1,4}(?!\\d)"
                            + "(?!\\s*(?:%|keer|maal|uur|jaar|minuten|dagen|weken|maanden|mensen|bewoners|buren|deelnemers|kinderen"
                            + "|jongeren|ouderen|vrijwilligers|euro|procent|personen|gezinnen|huizen|woningen))"),
                    Trait.AGE,
                    Pattern.compile(
                            "\\(\\s*(?:1[01]\\d|\\d{1,2})(?:\\s*(?:jaar|jr\\.?|j\\.?))?\\s*\\)"
                                    + "|(?<!\\d)(?:1[01]\\d|\\d{1,2})(?:\\s*-\\s*|\\s+)?jarige?(?!\\p{L})(?!\\s+(?:bestaan|jubileum|contract|traject|huwelijk))"
                                    + "|(?<!\\d)(?:1[01]\\d|\\d{1,2})\\s+(?:jaar|jr\\.?)\\s+(?:oud|jong)(?!\\p{L})"
                                    + "|(?i:(?<!\\p{L})" + PERSON
                                    + "\\s+van\\s+(?:(?:al|bijna|net|ruim|inmiddels)\\s+)?)"
                                    + "(?:1[01]\\d|\\d{1,2})(?![\\d+])(?!\\s*(?:-|tot|t/m|plus|vrijwilligers|mensen|bewoners|deelnemers|en\\s+ouder|of\\s+ouder|minuten|uur|weken|dagen"
                                    + "|maanden|euro|procent|%))"
                                    + "|(?i:leeftijd\\s+van|op\\s+(?:zijn|haar|hun)|is|was|werd|wordt|ben)\\s+(?:(?i:nu|al|bijna|net|pas|inmiddels)\\s+)?"
                                    + "(?:1[01]\\d|\\d{1,2})(?:e|ste|de)?\\s+jaar(?!\\p{L})"
                                    + "(?!\\s+(?:geleden|lang|later|na|voor|bezig|lid|vrijwillig|actief|werk|getrouwd|weduw|mantelzorg))"
                                    + "|(?i:(?:\\p{L}*(?:tig|tien|elf|twaalf|een|twee|drie|vier|vijf|zes|zeven|acht|negen))-?jarige)(?!\\p{L})")));

    private StoryTexts() {}

    /** Returns the checks of texts, by column; none for formats other than that of stories. */
    static Map<ColumnName, Function<String, List<Finding>>> of(RuleSet rules, ReadOptions options) {
        Map<ColumnName, Function<String, List<Finding>>> checks = new HashMap<>();
        if (rules.id().name().equals(FORMAT)) {
            TreeSet<String> known = options.recognition().definitions().indicatorSets().all().stream()
                    .flatMap(set -> Stream.concat(
                            set.indicators().stream().map(indicator -> indicator.id()),
                            set.retired().stream().map(old -> old.id())))
                    .map(IndicatorId::value)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (ColumnRule column : rules.columns()) {
                if (column.name().equals(INDICATORS) && !known.isEmpty()) {
                    checks.put(column.name(), text -> unknown(text, known));
                } else if (column.name().equals(CONSENT_UNTIL)) {
                    options.day().ifPresent(day -> checks.put(column.name(), text -> expired(text, day)));
                } else if (column.type() instanceof ColumnType.Text) {
                    checks.put(column.name(), StoryTexts::recognisable);
                }
            }
        }
        return checks;
    }

    /** Returns findings about recognisable people; they do not repeat the text. */
    private static List<Finding> recognisable(String text) {
        Set<Trait> traits = traits(text);
        return traits.isEmpty()
                ? List.of()
                : List.of(finding(
                        RECOGNISABLE,
                        Severity.WARNING,
                        "kinds",
                        traits.stream().map(Trait::name).collect(Collectors.joining(", "))));
    }

    /**
     * Returns what may make someone recognisable in a text. Blanks of any width count as blanks; characters without a
     * width are ignored.
     *
     * @param text any text
     * @return the traits, in order; empty when there are none
     */
    public static Set<Trait> traits(String text) {
        String plain = BLANKS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        TRAITS.forEach((trait, shape) -> {
            if (shape.matcher(plain).find()) {
                traits.add(trait);
            }
        });
        return traits;
    }

    /** Returns a finding if the last day of consent is over. */
    private static List<Finding> expired(String text, LocalDate day) {
        return text.isEmpty() || !LocalDate.parse(text).isBefore(day)
                ? List.of()
                : List.of(finding(NO_CONSENT, Severity.ERROR, Finding.VALUE, text));
    }

    private static List<Finding> unknown(String text, Set<String> known) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (String name : text.split("[,;\\s]+", -1)) {
            if (!name.isEmpty() && !known.contains(name)) {
                found.put(name, finding(UNKNOWN, Severity.ERROR, Finding.VALUE, name));
            }
        }
        return List.copyOf(found.values());
    }

    private static Finding finding(FindingCode code, Severity severity, String argument, String value) {
        return Finding.of(code, severity, Map.of(argument, value));
    }
}
