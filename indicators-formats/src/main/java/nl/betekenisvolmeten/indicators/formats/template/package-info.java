/**
 * Formats for others: empty forms for people ({@link nl.betekenisvolmeten.indicators.formats.template.Template}), descriptors
 * for programs ({@link nl.betekenisvolmeten.indicators.formats.template.Descriptor}: JSON Schema, Frictionless Table Schema
 * and Data Package, CSV on the Web), and small deliveries with what must be found in them, to test a program in any language
 * ({@link nl.betekenisvolmeten.indicators.formats.template.ConformanceKit}).
 */
@NullMarked
package nl.betekenisvolmeten.indicators.formats.template;

import org.jspecify.annotations.NullMarked;
