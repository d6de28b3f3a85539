/** How texts for people are made, for the packages of the core. Not part of the API. */
@NullMarked
package nl.betekenisvolmeten.indicators.internal;

import org.jspecify.annotations.NullMarked;
