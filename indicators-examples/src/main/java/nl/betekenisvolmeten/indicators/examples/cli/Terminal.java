package nl.betekenisvolmeten.indicators.examples.cli;

import java.io.PrintWriter;

/**
 * Where the command speaks: results go to {@code out}, words for people to {@code err}.
 *
 * @param texts the words
 * @param out for results
 * @param err for people
 */
record Terminal(Texts texts, PrintWriter out, PrintWriter err) {}
