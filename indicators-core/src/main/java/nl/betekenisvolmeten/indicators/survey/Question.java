package nl.betekenisvolmeten.indicators.survey;

import nl.betekenisvolmeten.indicators.model.LocalizedText;

/**
 * A question, by what it is about. The wording of published instruments belongs to their makers and is not held.
 *
 * @param code its stable code, unique over all questionnaires that are used together
 * @param label what it is about, in a few words
 * @param scale its answers
 */
public record Question(String code, LocalizedText label, AnswerScale scale) {}
