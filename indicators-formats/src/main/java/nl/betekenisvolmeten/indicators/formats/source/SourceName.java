package nl.betekenisvolmeten.indicators.formats.source;

import nl.betekenisvolmeten.indicators.finding.PersonalData;

/** Names of files for people: some people name a file after a person. */
final class SourceName {

    private static final int LONGEST_ENDING = 6;

    private SourceName() {}

    /** Returns the name with personal data masked. Its extension is kept, as that shows what kind of file it is. */
    static String masked(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || name.length() - dot > LONGEST_ENDING) {
            return PersonalData.mask(name);
        }
        String masked = PersonalData.mask(name.substring(0, dot)) + name.substring(dot);
        // an ending may be part of what is personal: jan@example.org
        return PersonalData.mask(masked);
    }
}
