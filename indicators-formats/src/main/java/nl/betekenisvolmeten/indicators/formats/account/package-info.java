/**
 * Accounts of several parts: a folder or a zip of which each file is a part, or a workbook of which each
 * sheet is one. Each part is checked as a delivery of its
 * own format, and then the parts are checked against each other.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.account;

import org.jspecify.annotations.NullMarked;
