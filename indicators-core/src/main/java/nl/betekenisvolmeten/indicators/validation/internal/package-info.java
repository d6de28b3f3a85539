/**
 * The batch machinery of validation: rows in columns, keys seen before, loops over many rows. Exported to the module
 * {@code formats} only. It knows nothing of the package that it serves.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.validation.internal;

import org.jspecify.annotations.NullMarked;
