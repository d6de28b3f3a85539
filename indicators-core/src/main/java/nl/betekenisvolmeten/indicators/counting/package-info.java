/**
 * From an organisation's own records to uniform counts. A
 * {@link nl.betekenisvolmeten.indicators.counting.CountingProtocol} says as data what is counted and how; a
 * {@link nl.betekenisvolmeten.indicators.counting.RegistrationCounter} takes records in any order and gives the rows of
 * a counting format, under the protocol's version. Two who count the same evening so arrive at the same numbers.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.counting;

import org.jspecify.annotations.NullMarked;
