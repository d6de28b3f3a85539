package nl.betekenisvolmeten.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nl.betekenisvolmeten.indicators.finding.PersonalData.Kind;

class PersonalDataProperties {

    /** Two letters that touch the digits make an account number of them, once in a while. */
    private static void assertHidden(String before, String planted, String after, Kind kind) {
        String text = before + planted + after;
        assertThat(PersonalData.find(text)).containsAnyOf(kind, Kind.IBAN);
        assertThat(PersonalData.mask(text)).doesNotContain(planted);
        assertThat(PersonalData.mask(text)).doesNotContainPattern("[0-9]");
    }

    @Property
    void bsn_inTextWithoutDigits_isHidden(
            @ForAll("quietText") String before, @ForAll("bsns") String bsn, @ForAll("quietText") String after) {
        // after a sign of a currency it is an amount
        assertHidden(before.replaceAll("\\p{Sc}", ""), bsn, after, Kind.BSN);
    }

    @Property
    void phone_inTextWithoutDigits_isHidden(
            @ForAll("quietText") String before, @ForAll("phones") String phone, @ForAll("quietText") String after) {
        assertHidden(before, phone, after, Kind.PHONE);
    }

    @Property
    void iban_inTextWithoutDigits_isHidden(
            @ForAll("quietText") String before, @ForAll("ibans") String iban, @ForAll("quietText") String after) {
        assertHidden(before + " ", iban, " " + after.replaceAll("[A-Za-z]", ""), Kind.IBAN);
    }

    @Property
    void email_inTextWithoutDigits_isHidden(
            @ForAll("quietText") String before, @ForAll("emails") String email, @ForAll("quietText") String after) {
        assertHidden(before, email, after, Kind.EMAIL);
    }

    @Property
    void mask_anyText_leavesNothingAndIsStable(@ForAll("lively") String text) {
        String masked = PersonalData.mask(text);
        assertThat(PersonalData.find(masked)).isEmpty();
        assertThat(PersonalData.mask(masked)).isSameAs(masked);
        if (PersonalData.find(text).isEmpty()) {
            assertThat(masked).isSameAs(text);
        } else {
            assertThat(masked).isNotEqualTo(text);
        }
    }

    @Property
    void mask_anyUnicode_neverThrows(@ForAll String text) {
        assertThat(PersonalData.find(PersonalData.mask(text))).isEmpty();
    }

    @Property
    void find_bsnWithOneDigitChanged_isNoBsn(@ForAll("plainBsns") String bsn, @ForAll("places") int place) {
        char changed = bsn.charAt(place) == '9' ? '8' : (char) (bsn.charAt(place) + 1);
        String other = bsn.substring(0, place) + changed + bsn.substring(place + 1);
        // nine nines stand for "unknown" and are always hidden
        assertThat(PersonalData.find(other).contains(Kind.BSN)).isEqualTo("999999999".equals(other));
    }

    /** Any characters but those that are read as a digit or that make an e-mail address. */
    @Provide
    Arbitrary<String> quietText() {
        Arbitrary<Character> anything = Arbitraries.chars().all().filter(PersonalDataProperties::isQuiet);
        Arbitrary<Character> common = Arbitraries.chars().with("abyzRISé .,;:-/()\n\u200B'\"€");
        return Arbitraries.frequencyOf(Tuple.of(1, anything), Tuple.of(3, common))
                .list()
                .ofMaxSize(30)
                .map(PersonalDataProperties::join)
                .filter(text -> !text.toUpperCase(Locale.ROOT).contains("RIS"));
    }

    private static String join(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private static boolean isQuiet(char c) {
        String read = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return !Character.isSurrogate(c) && read.chars().noneMatch(r -> Character.isDigit(r) || r == '@');
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 8);
    }

    /** Eight digits and the ninth that makes the weighted sum divisible by eleven. */
    @Provide
    Arbitrary<String> plainBsns() {
        return Arbitraries.integers()
                .between(0, 99_999_999)
                .map(n -> String.format(Locale.ROOT, "%08d", n))
                .filter(digits -> check(digits) < 10)
                .map(digits -> digits + check(digits));
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11;
    }

    @Provide
    Arbitrary<String> bsns() {
        return Combinators.combine(plainBsns(), Arbitraries.of("$1$2$3$4", "$1$2.$3.$4", "$1$2-$3-$4"))
                .as((bsn, shape) -> bsn.replaceAll("(...)(.)(..)(...)", shape));
    }

    @Provide
    Arbitrary<String> phones() {
        Arbitrary<String> prefix = Arbitraries.of("+31", "0031", "+31 ", "+31 (0)", "0");
        Arbitrary<String> net = Arbitraries.of("6", "70", "20", "174");
        Arbitrary<String> gap = Arbitraries.of("", "-", " ", " - ", ".", "/");
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(8);
        return Combinators.combine(prefix, net, gap, digits)
                .as((start, area, between, rest) -> start + area + between + rest.substring(area.length() - 1));
    }

    @Provide
    Arbitrary<String> ibans() {
        Arbitrary<String> country =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        Arbitrary<String> account = Arbitraries.strings()
                .numeric()
                .withCharRange('A', 'Z')
                .ofMinLength(11)
                .ofMaxLength(30);
        Arbitrary<Boolean> grouped = Arbitraries.of(true, false);
        return Combinators.combine(country, account, grouped)
                .as((land, rest, inFours) -> {
                    String iban = land + checkDigits(land, rest) + rest;
                    return inFours ? iban.replaceAll("(.{4})(?=.)", "$1 ") : iban;
                })
                .filter(iban -> iban.replaceAll("[^0-9]", "").length() >= 6);
    }

    private static String checkDigits(String country, String account) {
        StringBuilder number = new StringBuilder();
        (account + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int remainder =
                new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "%02d", 98 - remainder);
    }

    @Provide
    Arbitrary<String> emails() {
        Arbitrary<String> local = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("._%+-")
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> at = Arbitraries.of("@", " (at) ", "[at]");
        Arbitrary<String> domain = Arbitraries.of("example.org", "mail.example.nl", "EXAMPLE.ORG", "x1.y-z.info");
        return Combinators.combine(local, at, domain).as((name, sign, place) -> name + sign + place);
    }

    /** Pieces of personal data and of what looks like it, in any order. */
    @Provide
    Arbitrary<String> lively() {
        return Arbitraries.of(
                        "123456782",
                        "111",
                        "222",
                        "333",
                        "06",
                        "070",
                        "12345678",
                        "+31",
                        "2511",
                        "BT",
                        "bt",
                        "70",
                        "1",
                        "0",
                        "geb. ",
                        "12-03-1984",
                        "maart",
                        "bsn ",
                        "a",
                        "@",
                        "b.nl",
                        "(at)",
                        " punt ",
                        "NL20INGB",
                        "0001234567",
                        "NL91",
                        "ABNA",
                        "0417",
                        "2026",
                        "KW",
                        "01",
                        "postbus ",
                        "RIS",
                        " ",
                        " ",
                        "-",
                        ".",
                        ", ",
                        "/",
                        "[",
                        "]",
                        "\u200B",
                        "１",
                        "½",
                        "é",
                        "\n",
                        " en ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
