/**
 * Many deliveries on a Spark cluster: partitions read and add up with the library, and what they know is put together.
 * No rule and no arithmetic of its own, so the answers are those of one machine.
 */
@NullMarked
package nl.betekenisvolmeten.indicators.examples.spark;

import org.jspecify.annotations.NullMarked;
