/** How the constraints work; not part of the API. Validators are public because Bean Validation makes them. */
@NullMarked
package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import org.jspecify.annotations.NullMarked;
