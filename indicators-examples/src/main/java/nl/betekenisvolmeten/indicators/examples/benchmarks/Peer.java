package nl.betekenisvolmeten.indicators.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Other readers, to compare with: they read the fields and do no more. */
enum Peer {
    /** FastCSV, a record at a time, every field as a text. */
    fastcsv {
        @Override
        long read(Path file) throws IOException {
            long rows = 0;
            long letters = 0;
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(';')
                    .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
                for (CsvRecord record : records) {
                    for (int i = 0; i < record.getFieldCount(); i++) {
                        letters += record.getField(i).length();
                    }
                    rows++;
                }
            }
            if (letters == 0) {
                throw new IOException("nothing in " + file);
            }
            return rows - 1;
        }
    };

    /** Reads a file and returns its number of rows below the header. */
    abstract long read(Path file) throws IOException;
}
