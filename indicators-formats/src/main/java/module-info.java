/**
 * Definitions as data, and the readers and writers that follow from them. The map is the documentation of the package
 * {@link nl.betekenisvolmeten.indicators.formats}.
 */
module nl.betekenisvolmeten.indicators.formats {
    requires static transitive org.jspecify;
    requires transitive nl.betekenisvolmeten.indicators.core;
    requires com.fasterxml.aalto;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.commonmark;
    requires org.dhatim.fastexcel;

    exports nl.betekenisvolmeten.indicators.formats;
    exports nl.betekenisvolmeten.indicators.formats.definition;
    exports nl.betekenisvolmeten.indicators.formats.delivery;
    exports nl.betekenisvolmeten.indicators.formats.form;
    exports nl.betekenisvolmeten.indicators.formats.output;
    exports nl.betekenisvolmeten.indicators.formats.report;
    exports nl.betekenisvolmeten.indicators.formats.source;
    exports nl.betekenisvolmeten.indicators.formats.template;

    opens nl.betekenisvolmeten.indicators.formats.internal.document to
            com.fasterxml.jackson.databind;
    opens nl.betekenisvolmeten.indicators.formats.report to
            com.fasterxml.jackson.databind;

    provides nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider with
            nl.betekenisvolmeten.indicators.formats.definition.Definitions.Bundled;
}
