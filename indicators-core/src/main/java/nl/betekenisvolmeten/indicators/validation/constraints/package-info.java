/**
 * The same rules as Bean Validation constraints, for programs that have beans in place of files.
 *
 * <p>Single values have {@link nl.betekenisvolmeten.indicators.validation.constraints.ValidAreaCode},
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.PeriodCode},
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.ValidKvkNumber},
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.IndicatorCode} and
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.NoPersonalData}; a whole row has
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.ConformsTo}. They run under any Hibernate Validator;
 * {@link nl.betekenisvolmeten.indicators.validation.constraints.BeanValidation} makes one with the catalogue's messages,
 * and turns violations into findings with the codes that a file's check gives.
 *
 * <p>Hibernate Validator is an optional dependency: a host that uses the constraints adds
 * {@code org.hibernate.validator:hibernate-validator}, and nothing else of this library needs it.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.validation.constraints;

import org.jspecify.annotations.NullMarked;
