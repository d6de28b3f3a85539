/** Results as a Data Package, for researchers: files with a description that programs read. */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.datapackage;

import org.jspecify.annotations.NullMarked;
