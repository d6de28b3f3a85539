package nl.betekenisvolmeten.indicators.formats.internal.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldWorkbookTest {

    @Test
    void open_afterAnyPieces_givesThemAgainEachTime() throws IOException {
        Random random = new Random(1);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (HeldWorkbook held = new HeldWorkbook()) {
            while (expected.size() < 2_000_000) {
                byte[] piece = new byte[random.nextInt(300_000)];
                random.nextBytes(piece);
                held.write(piece);
                held.write(7);
                expected.write(piece);
                expected.write(7);
            }
            for (int time = 0; time < 2; time++) {
                try (InputStream in = held.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(expected.toByteArray());
                }
            }
        }
    }

    @Test
    void open_ofNothing_isEmpty() throws IOException {
        try (HeldWorkbook held = new HeldWorkbook();
                InputStream in = held.open()) {
            assertThat(in.read()).isNegative();
        }
    }
}
