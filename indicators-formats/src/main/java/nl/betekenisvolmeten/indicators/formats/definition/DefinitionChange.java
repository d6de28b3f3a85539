package nl.betekenisvolmeten.indicators.formats.definition;

/**
 * One difference between two versions of a format.
 *
 * @param kind what differs
 * @param level how grave that is
 * @param subject what it is about: a column, a column and a code, or the code of a rule
 * @param before as it was; empty when there was nothing
 * @param after as it is; empty when there is nothing
 */
public record DefinitionChange(Kind kind, Level level, String subject, String before, String after) {

    /** How grave a difference is, for who makes deliveries. The gravest of all is that of the new version. */
    public enum Level {
        /** Words only. */
        PATCH,
        /** What was good stays good and means the same; or an agreement or warning changed. */
        MINOR,
        /** What was good may no longer be, or may mean something else. */
        MAJOR
    }

    /**
     * What differs.
     *
     * <table>
     *   <caption>How grave each kind is</caption>
     *   <tr><th>kind</th><th>level</th></tr>
     *   <tr><td>column added</td><td>major where required, else minor</td></tr>
     *   <tr><td>column removed or renamed, another type, part, notation or scale</td><td>major</td></tr>
     *   <tr><td>column required now</td><td>major; no longer required: minor</td></tr>
     *   <tr><td>limit</td><td>major where lower, else minor</td></tr>
     *   <tr><td>code removed, mapped or split</td><td>major; added: minor</td></tr>
     *   <tr><td>rule added or changed</td><td>major where an error, else minor; removed: minor</td></tr>
     *   <tr><td>severity</td><td>major where it becomes an error, else minor</td></tr>
     *   <tr><td>fill-in agreement, validity</td><td>minor</td></tr>
     *   <tr><td>titles and names</td><td>patch</td></tr>
     * </table>
     */
    public enum Kind {
        /** A column is new. */
        COLUMN_ADDED,
        /** A column is gone. */
        COLUMN_REMOVED,
        /** A column has another name, as the migration says. */
        COLUMN_RENAMED,
        /** A column holds something of another kind. */
        TYPE,
        /** A column is agreed to be written otherwise. */
        NOTATION,
        /** A number or text may be larger or must be smaller. */
        LIMIT,
        /** A column plays another part: a measure of another nature, another dimension. */
        PART,
        /** A column may no longer be empty. */
        REQUIRED,
        /** A column may now be empty. */
        OPTIONAL,
        /** A code is new. */
        CODE_ADDED,
        /** A code is gone, and the migration does not say where to. */
        CODE_REMOVED,
        /** A code became another one. */
        CODE_MAPPED,
        /** A code straddles several new ones. */
        CODE_SPLIT,
        /** A rule is new. */
        RULE_ADDED,
        /** A rule is gone. */
        RULE_REMOVED,
        /** A rule is about other columns or codes. */
        RULE_CHANGED,
        /** Breaking a rule is of another severity. */
        SEVERITY,
        /** The version holds for other periods. */
        VALIDITY,
        /** A fill-in agreement is worded otherwise. */
        AGREEMENT,
        /** A title or the name of a code is worded otherwise. */
        TEXT
    }
}
