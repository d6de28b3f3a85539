package nl.betekenisvolmeten.indicators.examples.sample;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.betekenisvolmeten.indicators.IndicatorsException;

/** The files of this package. */
final class Resources {

    private Resources() {}

    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IndicatorsException("a file of this program is missing: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IndicatorsException("cannot read a file of this program: " + name, e);
        }
    }

    static List<String> lines(String name) {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes(name)), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    /**
     * Returns the rows below the header of a table whose cells are separated by tabs; {@code -} stands for an empty
     * cell.
     */
    static List<List<String>> table(String name) {
        return lines(name).stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .map(cells ->
                        cells.stream().map(cell -> cell.equals("-") ? "" : cell).toList())
                .toList();
    }
}
