/** A server that accepts deliveries, with Spring Boot. */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.spring;

import org.jspecify.annotations.NullMarked;
