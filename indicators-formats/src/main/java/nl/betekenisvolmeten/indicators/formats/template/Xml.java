package nl.betekenisvolmeten.indicators.formats.template;

/** Text in XML: the library that writes workbooks leaves formulas and messages as they are. */
final class Xml {

    private Xml() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
