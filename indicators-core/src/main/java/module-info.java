/**
 * Model, rules, aggregation and statistics. The map is the documentation of the package
 * {@link nl.betekenisvolmeten.indicators}.
 *
 * <p>Hibernate Validator is needed by those only who use {@link nl.betekenisvolmeten.indicators.validation.constraints};
 * beans that are checked lie in a package that is exported or opened to it and to this module.
 */
@SuppressWarnings("module") // the module that internals are exported to is built after this one
module nl.betekenisvolmeten.indicators.core {
    requires static transitive org.jspecify;
    requires static org.hibernate.validator;
    requires static jakarta.validation;
    requires commons.math3;
    requires ojalgo;

    exports nl.betekenisvolmeten.indicators;
    exports nl.betekenisvolmeten.indicators.aggregation;
    exports nl.betekenisvolmeten.indicators.comparison;
    exports nl.betekenisvolmeten.indicators.counting;
    exports nl.betekenisvolmeten.indicators.coverage;
    exports nl.betekenisvolmeten.indicators.disclosure;
    exports nl.betekenisvolmeten.indicators.finding;
    exports nl.betekenisvolmeten.indicators.model;
    exports nl.betekenisvolmeten.indicators.need;
    exports nl.betekenisvolmeten.indicators.plot;
    exports nl.betekenisvolmeten.indicators.signal;
    exports nl.betekenisvolmeten.indicators.statistics;
    exports nl.betekenisvolmeten.indicators.survey;
    exports nl.betekenisvolmeten.indicators.table;
    exports nl.betekenisvolmeten.indicators.targets;
    exports nl.betekenisvolmeten.indicators.validation;
    exports nl.betekenisvolmeten.indicators.validation.constraints;
    exports nl.betekenisvolmeten.indicators.table.internal to
            nl.betekenisvolmeten.indicators.formats;
    exports nl.betekenisvolmeten.indicators.validation.internal to
            nl.betekenisvolmeten.indicators.formats;

    opens nl.betekenisvolmeten.indicators.validation.constraints.internal to
            org.hibernate.validator;

    uses nl.betekenisvolmeten.indicators.validation.constraints.DefinitionProvider;
}
