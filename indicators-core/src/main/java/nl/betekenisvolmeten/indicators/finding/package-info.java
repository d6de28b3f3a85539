/**
 * Findings: what is wrong, where, and in words for each kind of reader.
 *
 * <p>A {@link nl.betekenisvolmeten.indicators.finding.Finding} is data: a stable code, a severity, a place and named
 * arguments. Its text comes from a {@link nl.betekenisvolmeten.indicators.finding.MessageCatalogue}, in Dutch or
 * English and for the reader at hand. Bad data gives findings, never an exception. Personal values are kept out:
 * arguments pass {@link nl.betekenisvolmeten.indicators.finding.PersonalData} first.
 *
 * <table> <caption>Personal data that is found in a list of 79 made-up texts in the tests</caption> <tr><th>in the
 * text</th><th>found</th><th>not found</th></tr> <tr><td>e-mail address</td><td>4 of 5</td><td>one in words: jan
 * apenstaartje voorbeeld punt nl</td></tr> <tr><td>bank account number</td><td>4 of 5</td><td>a number that is no
 * IBAN</td></tr> <tr><td>date of birth</td><td>5 of 6</td><td>a date without a word for birth before it</td></tr>
 * <tr><td>telephone number</td><td>10 of 12</td><td>one abroad, one in words</td></tr> <tr><td>citizen service
 * number</td><td>7 of 8</td><td>one in words</td></tr> <tr><td>postcode</td><td>4 of 5</td><td>a street and number
 * without a postcode</td></tr> <tr><td>name</td><td>0 of 4</td><td>every name</td></tr> <tr><td>licence plate,
 * passport, client number</td><td>0 of 4</td><td>every one</td></tr> <tr><td>no personal data</td><td>2 of
 * 30</td><td>false alarms are order and file numbers of the shape of a citizen service number or a telephone
 * number</td></tr> </table>
 *
 * <p>Findings with one cause are folded into one {@link
 * nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding}. A warning can be explained by an {@link
 * nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance}, which lapses when the finding changes; an error
 * cannot.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.finding;

import org.jspecify.annotations.NullMarked;
