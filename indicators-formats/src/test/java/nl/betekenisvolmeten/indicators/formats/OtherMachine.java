package nl.betekenisvolmeten.indicators.formats;

import java.io.IOException;
import java.util.Locale;
import java.util.TimeZone;

/** A machine of another language in another time zone: what is written there is the same. */
public final class OtherMachine {

    private OtherMachine() {}

    /** Something to make there. */
    public interface Work<T> {
        T make() throws IOException;
    }

    /** The result of work in a language, such as "tr-TR", and a time zone. */
    public static <T> T make(String language, String zone, Work<T> work) throws IOException {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return work.make();
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    /** The same in Arabic digits, on the other side of the date line. */
    public static <T> T make(Work<T> work) throws IOException {
        return make("ar-EG-u-nu-arab", "Pacific/Apia", work);
    }
}
