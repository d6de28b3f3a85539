/**
 * Every page: a tree of headings, paragraphs, lists, tables and charts, in which each figure knows its cell; written as
 * HTML, as an OpenDocument text, as a workbook or as JSON.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.internal.document;

import org.jspecify.annotations.NullMarked;
