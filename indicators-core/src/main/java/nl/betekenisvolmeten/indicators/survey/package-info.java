/**
 * What people answered: a {@link nl.betekenisvolmeten.indicators.survey.Questionnaire} as data, with its scorings. Who answered "don't know" or "not
 * applicable" did not say no: such answers are counted apart, outside every denominator.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.survey;

import org.jspecify.annotations.NullMarked;
